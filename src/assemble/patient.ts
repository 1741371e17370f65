import type { Contribution, LedgerLine, Patient } from '../record/index.ts';

/** Lists of which every source's items are true: a number that was given once stays given. */
const united = new Set(['identifiers']);

/** The patient by the latest document; what older ones say otherwise is accounted for, what only they say is kept. */
export function mergePatient(contributions: readonly Contribution[]): {
  patient: Patient;
  ledger: LedgerLine[];
} {
  const [latest, ...older] = contributions.toReversed();
  if (!latest) throw new RangeError('a record is made of one contribution at least');
  const patient: Record<string, unknown> = { ...latest.patient };
  const ledger = older.flatMap((one) => addOlder(patient, one));
  return { patient: patient as Patient, ledger };
}

function addOlder(patient: Record<string, unknown>, { patient: older, source }: Contribution): LedgerLine[] {
  const lines: LedgerLine[] = [];
  for (const [field, value] of Object.entries(older)) {
    if (field === 'id' || value === undefined) continue;
    if (patient[field] === undefined && !excluded(patient, field)) patient[field] = value;
    else if (united.has(field)) patient[field] = unite(patient[field], value);
    else if (JSON.stringify(patient[field]) !== JSON.stringify(value))
      lines.push(supersededLine(field, older.id, source.file));
  }
  return lines;
}

/** What the latest document says shuts out what an older one adds to it: who lives has not died, who is female is not "other". */
const excluded = (patient: Record<string, unknown>, field: string): boolean =>
  (field === 'died' && patient['deceased'] === false) ||
  (field === 'deceased' && patient['died'] !== undefined) ||
  (field === 'genderConcept' && patient['gender'] !== undefined) ||
  (field === 'birthOrder' && patient['multipleBirth'] === false) ||
  (field === 'multipleBirth' && patient['birthOrder'] !== undefined);

function unite(later: unknown, older: unknown): unknown {
  const [first, second] = [later as unknown[], older as unknown[]];
  const seen = new Set(first.map((one) => JSON.stringify(one)));
  return [...first, ...second.filter((one) => !seen.has(JSON.stringify(one)))];
}

const supersededLine = (field: string, id: string, file: string): LedgerLine => ({
  unit: 'value',
  place: { file },
  state: 'superseded',
  rule: `patient.${field}`,
  into: [`patient/${id}`],
});
