const parties = ['practitioner', 'practitionerRole', 'organization'];
const persons = [...parties, 'relatedPerson', 'patient', 'device'];

/** What the references of the record may point at, the likeliest first; others may point at any kind. */
const targets: Readonly<Record<string, readonly string[]>> = {
  who: persons,
  author: persons,
  recorder: persons,
  requester: persons,
  performer: persons,
  informant: persons,
  reported: persons,
  sender: persons,
  expressedBy: persons,
  supplier: parties,
  source: persons,
  generalPractitioners: parties,
  practitioner: ['practitioner'],
  organization: ['organization'],
  partOf: ['organization', 'procedure'],
  managingOrganization: ['organization'],
  serviceProvider: ['organization'],
  manufacturer: ['organization'],
  payors: ['organization', 'relatedPerson', 'patient'],
  subscriber: ['patient', 'relatedPerson'],
  encounter: ['encounter'],
  location: ['location'],
  locations: ['location'],
  problem: ['problem'],
  device: ['productInstance', 'device'],
  devices: ['productInstance'],
  specimen: ['specimen'],
  specimens: ['specimen'],
  results: ['observation'],
  members: ['observation'],
  reactions: ['observation'],
  medication: ['medication'],
  coverage: ['coverage'],
  insurances: ['coverage'],
  reasonReferences: ['problem', 'observation', 'procedure'],
  addresses: ['problem'],
  evidence: ['observation', 'problem'],
};

/** The kinds that a field of this name may refer to; none where it may be any. */
export const referencesOf = (field: string): readonly string[] =>
  Object.hasOwn(targets, field) ? (targets[field] ?? []) : [];
