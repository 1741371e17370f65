import {
  type Contribution,
  type Kind,
  kindNames,
  type PatientRecord,
  type People,
  recordFormat,
} from '../record/index.ts';
import { type FhirOptions, patientResources, peopleResources, type Resource } from '../writers/fhir/index.ts';

/** What the parts of one contribution become, by the references that they have in it. */
export type LocalResources = ReadonlyMap<string, readonly Resource[]>;

const nobody: PatientRecord['people'] = {
  practitioner: [],
  practitionerRole: [],
  organization: [],
  location: [],
  device: [],
};

/** Writes one part of a contribution, as the only one of its record; without `ref` all of them. */
export function writeLocal(contribution: Contribution, fhir: FhirOptions, ref?: string): LocalResources {
  const wanted = (kind: string, id: string) => ref === undefined || ref === `${kind}/${id}`;
  const people = peopleOf(contribution, wanted);
  const written = patientResources(recordOf(contribution, wanted), fhir);
  const named = new Map<string, readonly Resource[]>();
  for (const { index, resources } of [written, peopleResources(people)]) {
    const byName = new Map(resources.map((one) => [`${one.resourceType}/${one.id}`, one]));
    for (const [part, names] of index) {
      named.set(
        part,
        names.flatMap((name) => byName.get(name) ?? []),
      );
    }
  }
  return named;
}

type Wanted = (kind: string, id: string) => boolean;

function recordOf({ patient, statements, people }: Contribution, wanted: Wanted): PatientRecord {
  const shelf = (kind: Kind) => (statements[kind] ?? []).filter(({ id }) => wanted(kind, id));
  return {
    format: recordFormat,
    patient,
    statements: Object.fromEntries(
      kindNames.map((kind) => [kind, shelf(kind)]),
    ) as unknown as PatientRecord['statements'],
    people,
  };
}

const peopleOf = ({ people }: Contribution, wanted: Wanted): PatientRecord['people'] => ({
  ...nobody,
  ...(Object.fromEntries(
    (Object.keys(nobody) as (keyof People)[]).map((kind) => [
      kind,
      people[kind].filter(({ id }) => wanted(kind, id)),
    ]),
  ) as Partial<PatientRecord['people']>),
});
