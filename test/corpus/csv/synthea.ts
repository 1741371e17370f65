import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../conversion.ts';
import { run } from '../../tables/clinic.ts';
import { corpus } from '../corpus.ts';

const folder = join(corpus, 'synthea-triples', 'open');

/** One of Synthea's own resources and ours that answer to it. */
export interface Pair {
  readonly theirs: Json;
  readonly ours: readonly Json[];
}

/** The export as Synthea's FHIR has it and as we make it of the tables. */
export interface Renderings {
  readonly pairs: readonly Pair[];
  /** Ours that answer to none of Synthea's. */
  readonly besides: readonly Json[];
  /** The addresses of our resources by those of Synthea's that they answer to. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** Converts the tables and pairs what is in them with Synthea's FHIR of the same people. */
export async function renderings(out: string): Promise<Renderings> {
  await run(out, [join(folder, 'csv')], { mapping: 'synthea', to: ['ndjson'] });
  const ours = globSync('ndjson/*.ndjson', { cwd: out }).flatMap((name) => linesOf(join(out, name)));
  const bundles = globSync('fhir/*.json', { cwd: folder }).map((name) =>
    JSON.parse(readFileSync(join(folder, name), 'utf8')),
  );
  const theirs: Json[] = bundles.flatMap(({ entry }) => entry.map(({ resource }: Json) => resource));
  return paired(unique(theirs), ours);
}

const linesOf = (path: string): Json[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** Organisations and people stand in the bundle of each patient. */
const unique = (resources: readonly Json[]): Json[] => [
  ...new Map(resources.map((one) => [`${one.resourceType}/${one.id}`, one])).values(),
];

function paired(theirs: readonly Json[], all: readonly Json[]): Renderings {
  const people = new Set(theirs.filter(isOf('Patient')).map(({ id }) => id));
  const patients = new Map(
    all.filter(isOf('Patient')).flatMap((one) => {
      const id = numberOf(one);
      return people.has(id) ? [[`Patient/${one.id}`, id] as [string, string]] : [];
    }),
  );
  const names = new Map(
    all
      .filter(isOf('Practitioner'))
      .map((one) => [`Practitioner/${one.id}`, `${one.name[0].given[0]} ${one.name[0].family}`]),
  );
  const encounters = new Map(
    all.filter(isOf('Encounter')).map((one) => [`Encounter/${one.id}`, numberOf(one)]),
  );
  const mine = (one: Json) =>
    keyOf(one, (reference) => patients.get(reference) ?? encounters.get(reference) ?? names.get(reference));
  const drugs = new Map(theirs.filter(isOf('Medication')).map((one) => [`urn:uuid:${one.id}`, one.code]));
  const yours = (one: Json) =>
    keyOf(
      {
        ...one,
        medicationCodeableConcept:
          one.medicationCodeableConcept ?? drugs.get(one.medicationReference?.reference),
      },
      (reference) => reference.replace('urn:uuid:', ''),
    );
  // Of two people Synthea wrote no FHIR.
  const ours = all.filter((one) => {
    const patient = one.resourceType === 'Patient' ? `Patient/${one.id}` : patientOf(one);
    return patient === undefined || patients.has(patient);
  });
  const byKey = Map.groupBy(ours, mine);
  // Two prescriptions of one drug at one second are taken in their order.
  const pairs = theirs.map((one): Pair => {
    const found = byKey.get(yours(one))?.shift();
    return { theirs: one, ours: found === undefined ? [] : [found] };
  });
  const answered = new Set(pairs.flatMap((pair) => pair.ours));
  // Synthea refers to people and organisations by a search for their number.
  const addresses = new Map(
    pairs.flatMap(({ theirs: one, ours: [first] }) => {
      const address = `${first?.resourceType}/${first?.id}`;
      const searches = (one.identifier ?? []).map(
        ({ system, value }: Json) => `${one.resourceType}?identifier=${system}|${value}`,
      );
      return first ? [`urn:uuid:${one.id}`, ...searches].map((name) => [name, address] as const) : [];
    }),
  );
  return {
    pairs,
    besides: ours.filter((one) => !answered.has(one)),
    addresses,
  };
}

const isOf = (type: string) => (one: Json) => one.resourceType === type;

const patientOf = ({ subject, patient, beneficiary }: Json): string | undefined =>
  (subject ?? patient ?? beneficiary)?.reference;

/** The number that a row has of its own. */
const numberOf = ({ identifier = [] }: Json): string => identifier[0]?.value ?? '';

type Resolve = (reference: string) => string | undefined;

/** What a resource is told by in both renderings: its number, else its code, its visit and its time. */
function keyOf(one: Json, resolve: Resolve): string {
  const { resourceType } = one;
  const own = ownKeys[resourceType]?.(one, resolve);
  if (own !== undefined) return `${resourceType} ${own}`;
  const patient = resolve(patientOf(one) ?? '') ?? '';
  // Synthea's FHIR names no visit of an allergy.
  const visit = resourceType === 'AllergyIntolerance' ? '' : (resolve(one.encounter?.reference ?? '') ?? '');
  return [resourceType, patient, visit, codeOf(one), timeOf(one)].join(' ');
}

const idOf = (one: Json): string =>
  one.identifier?.find(({ system }: Json) => system === synthea)?.value ?? one.id;

/** Synthea's resources have the number of their row for an id; ours have it for an identifier. */
const ownKeys: Readonly<Record<string, (one: Json, resolve: Resolve) => string | undefined>> = {
  Patient: idOf,
  Encounter: idOf,
  Organization: idOf,
  Practitioner: idOf,
  CarePlan: idOf,
  ImagingStudy: idOf,
  Device: ({ udiCarrier }) => udiCarrier?.[0]?.carrierHRF,
  PractitionerRole: ({ practitioner }, resolve) =>
    practitioner?.display?.replace('Dr. ', '') ?? resolve(practitioner?.reference),
};

const synthea = 'https://github.com/synthetichealth/synthea';

const codeOf = ({
  vaccineCode,
  medicationCodeableConcept,
  suppliedItem,
  code = vaccineCode ?? medicationCodeableConcept ?? suppliedItem?.itemCodeableConcept,
}: Json): string => code?.coding?.[0]?.code ?? '';

/** When it happened: the day for what the tables give days of, the second of all else. */
function timeOf(one: Json): string {
  const time =
    one.effectiveDateTime ??
    one.performedPeriod?.start ??
    one.occurrenceDateTime ??
    one.authoredOn ??
    one.onsetDateTime ??
    one.recordedDate ??
    '';
  const days = ['Condition', 'SupplyDelivery', 'AllergyIntolerance'];
  return time.slice(0, days.includes(one.resourceType) ? 10 : 19);
}
