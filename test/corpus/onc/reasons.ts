interface Reason {
  readonly documents: RegExp;
  readonly misses: RegExp;
  readonly why: string;
}

/** Why our output lacks what a document states in an entry with its code and literal. */
const reasons: readonly Reason[] = [
  {
    documents: /Afoundria/,
    misses: /^ability /,
    why: 'the SNOMED code stands under the OID of LOINC: it is written as stated',
  },
  {
    documents: /NextGen|iPatientCare|ioPracticeWare|Medical Office/,
    misses: /^problem \d+: status$/,
    why: 'the end is given as UNK: by the guide that forbids active, though the concern is active',
  },
  {
    documents: /Agastha/,
    misses: /^problem \d+: status$/,
    why: 'the problem ends on the day it began: an end forbids active, though the concern is active',
  },
  {
    documents: /MedConnect/,
    misses: /^problem 238131007: status$/,
    why: 'the status has the code of active beside the display Resolved: the code counts',
  },
  {
    documents: /Medical Office/,
    misses: /^allergy \d+: status$/,
    why: 'both allergies are negated in the entry, against its own narrative',
  },
  {
    documents: /Sunrise|Sophrona/,
    misses: /^problem 238131007: end$/,
    why: "the end is the concern's, the problem itself has another or none",
  },
  {
    documents: /iPatientCare|Sophrona/,
    misses: /^allergy \d+: start$/,
    why: "the time is the concern's or the reaction's, the allergy itself has another or none",
  },
  {
    documents: /TouchWorks.xdr1/,
    misses: /^(problem|diagnosis) 386661006: (start|recorded)$/,
    why: "the date is the encounter's; the problem itself has a later one or none",
  },
  {
    documents: /Navigating/,
    misses: /^diagnosis 386661006: recorded$/,
    why: 'the date is that of the problem list, the diagnosis of the encounter has another',
  },
  {
    documents: /Practice Fusion.Referral_Note_Bates/,
    misses: /^diagnosis 699134002: category$/,
    why: 'it stands in the problem list only; 29308-4 is the kind of problem there',
  },
  {
    documents: /Sunrise|FollowMyHealth/,
    misses: /^diagnosis 699134002$/,
    why: 'the SNOMED CT code is given as a code of CPT, and converted as what it says to be',
  },
  {
    documents: /Professional.xdr-test1/,
    misses: /^smoking 449868002: start$/,
    why: 'the observation has no time; the date is that of its author',
  },
  {
    documents: /TouchWorks/,
    misses: /^panel 24357-6$/,
    why: 'the panel is stated as a procedure, and is one here',
  },
  {
    documents: /Navigating/,
    misses: /^panel 24357-6$/,
    why: 'the panel is stated as a single result without a value, and is an Observation here',
  },
  {
    documents: /TouchWorks.xdr1|Freedom/,
    misses: /^observation 5803-2: value$/,
    why: 'the value has another unit or none',
  },
  {
    documents: /Freedom|ioPracticeWare/,
    misses: /^medication \d+: dose$/,
    why: 'the dose is another or UNK; the 1 is that of another element',
  },
  {
    documents: /Medical Office|Sophrona/,
    misses: /^visit$/,
    why: 'the encounter has another date; the one of the sheet is that of its diagnosis',
  },
  {
    documents: /ioPracticeWare/,
    misses: /^problem 83986005: start$/,
    why: 'stated twice; the date of the sheet is on the health concern, not on the problem list',
  },
  {
    documents: /Sophrona|ioPracticeWare|TouchWorks/,
    misses: /^no known (allergies|problems)$/,
    why: 'the entry has no negation: it states an allergy or a problem without a name, or another one',
  },
];

/** Why a coded statement is missed; undefined: that is a defect of ours. */
export const reasonOf = (document: string, miss: string): string | undefined =>
  reasons.find(({ documents, misses }) => documents.test(document) && misses.test(miss))?.why;
