import type { Issue } from '../issue/index.ts';
import {
  type Contribution,
  type LedgerLine,
  normalName,
  type Patient,
  usableIdentifiers,
} from '../record/index.ts';

/** Lists of which every source's items are true: a number that was given once stays given. */
const united = new Set(['identifiers']);

/** The patient by the latest document; what older ones say otherwise is accounted for, what only they say is kept. */
export function mergePatient(
  contributions: readonly Contribution[],
  id?: string,
): { patient: Patient; ledger: LedgerLine[] } {
  const [latest, ...older] = contributions.toReversed();
  if (!latest) throw new RangeError('a record is made of one contribution at least');
  const patient: Record<string, unknown> = { ...latest.patient, id: id ?? latest.patient.id };
  const ledger = older.flatMap((one) => addOlder(patient, one));
  return { patient: patient as Patient, ledger };
}

function addOlder(patient: Record<string, unknown>, { patient: older, source }: Contribution): LedgerLine[] {
  const fields = Object.entries(older).filter(([field, value]) => field !== 'id' && value !== undefined);
  return fields.flatMap(([field, value]) => {
    if (united.has(field)) patient[field] = uniteNumbers(patient[field], value);
    else if (patient[field] === undefined && !excluded(patient, field)) patient[field] = value;
    const told = united.has(field) || JSON.stringify(patient[field]) === JSON.stringify(value);
    return told ? [] : [supersededLine(field, String(patient['id']), source.file)];
  });
}

type Item = Readonly<Record<string, unknown>>;

/** Both lists of numbers; one that both have is one, where they say nothing different of it. */
function uniteNumbers(later: unknown, older: unknown): unknown {
  if (!Array.isArray(later) || !Array.isArray(older)) return later ?? older;
  const all: Item[] = [...later];
  for (const one of older as Item[]) {
    const at = all.findIndex((known) => isSameNumber(known, one));
    if (at < 0) all.push(one);
    else all[at] = { ...one, ...all[at] };
  }
  return all;
}

function isSameNumber(a: Item, b: Item): boolean {
  if (a['value'] === undefined || a['system'] !== b['system'] || a['value'] !== b['value']) return false;
  return Object.entries(b).every(
    ([field, value]) => a[field] === undefined || JSON.stringify(a[field]) === JSON.stringify(value),
  );
}

/**
 * What makes it doubtful that documents under one patient are of one person: several numbers of one system, or given
 * names that have nothing in common. They are joined all the same, and it is said.
 */
export function doubts(contributions: readonly Contribution[], patient: Patient): Issue[] {
  const [first, ...others] = contributions;
  if (!first || others.length === 0) return [];
  const place = { file: first.source.file };
  const systems = usableIdentifiers(patient.identifiers).map(({ system = '' }) => system);
  const doubled = systems.some((system, index) => system !== '' && systems.indexOf(system) !== index);
  const given = contributions.map(({ patient: one }) => givenNames(one)).filter(({ size }) => size > 0);
  const apart = given.some((names) => given[0]?.isDisjointFrom(names));
  const found = [...(doubled ? ['numbers of one system'] : []), ...(apart ? ['given names'] : [])];
  return found.map((what) => ({ code: 'possible-merge', place, details: { what } }));
}

const givenNames = ({ names = [] }: Patient): Set<string> =>
  new Set(names.flatMap(({ given = [] }) => given.map(normalName)));

/** What the latest document says shuts out what an older one adds to it: who lives has not died, who is female is not "other". */
const excluded = (patient: Record<string, unknown>, field: string): boolean =>
  (field === 'died' && patient['deceased'] === false) ||
  (field === 'deceased' && patient['died'] !== undefined) ||
  (field === 'genderConcept' && patient['gender'] !== undefined) ||
  (field === 'birthOrder' && patient['multipleBirth'] === false) ||
  (field === 'multipleBirth' && patient['birthOrder'] !== undefined);

const supersededLine = (field: string, id: string, file: string): LedgerLine => ({
  unit: 'value',
  place: { file },
  state: 'superseded',
  rule: `patient.${field}`,
  into: [`patient/${id}`],
});
