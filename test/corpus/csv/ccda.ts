import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../conversion.ts';
import { run } from '../../tables/clinic.ts';
import { corpus } from '../corpus.ts';

const folder = join(corpus, 'synthea-triples', 'open');

/** The records of the people of whom there are both, by their number: from their document, and from their rows. */
export async function bothRecords(out: string): Promise<{ document: Json; rows: Json }[]> {
  // Synthea writes local times without their zone into documents; it ran in UTC.
  await run(join(out, 'ccda'), [join(folder, 'ccda')], {
    mapping: undefined,
    to: ['record'],
    timezone: 'UTC',
  });
  await run(join(out, 'csv'), [join(folder, 'csv')], { mapping: 'synthea', to: ['record'] });
  const [documents, rows] = [recordsIn(join(out, 'ccda')), recordsIn(join(out, 'csv'))];
  return [...documents].flatMap(([number, document]) => {
    const other = rows.get(number);
    return other ? [{ document, rows: other }] : [];
  });
}

/** Documents and rows of the same people in one run: the records, and the lines of the ledger. */
export async function recordsTogether(out: string): Promise<{ records: Json[]; ledger: Json[] }> {
  const { ending } = await run(out, [join(folder, 'ccda'), join(folder, 'csv')], {
    mapping: 'synthea',
    to: ['record'],
    timezone: 'UTC',
  });
  if (ending === 'unbalanced') throw new Error('the ledger does not balance');
  const ledger = readFileSync(join(out, 'ledger.ndjson'), 'utf8').trim().split('\n');
  return { records: [...recordsIn(out).values()], ledger: ledger.map((line) => JSON.parse(line)) };
}

const recordsIn = (out: string): Map<string, Json> =>
  new Map(
    globSync('records/*.json', { cwd: out }).map((name) => {
      const record = JSON.parse(readFileSync(join(out, name), 'utf8'));
      const own = record.patient.identifiers.find(({ value }: Json) => uuid.test(value));
      return [uuid.exec(own?.value)?.[1] ?? name, record];
    }),
  );

/** Synthea's own number of a person. */
const uuid = /^(?:urn:uuid:)?([0-9a-f]{8}-[0-9a-f-]{27})$/;

const codeOf = ({ codings, text }: Json): string => codings[0]?.code ?? text;
const day = (when: Json): string => when?.value?.slice(0, 10) ?? '-';
const second = (when: Json): string => when?.value?.slice(0, 19) ?? '-';
const start = ({ dosages }: Json): Json =>
  dosages?.[0]?.timing?.bounds?.start ?? dosages?.[0]?.timing?.events?.[0];

/** What a chart says, one line each: code, time, value. */
export const lines: Readonly<Record<string, (record: Json) => string[]>> = {
  problems: ({ statements }) =>
    statements.problem.map((one: Json) => [codeOf(one.code), day(one.onset), day(one.abatement)].join(' ')),
  allergies: ({ statements }) =>
    statements.allergy.map((one: Json) => [codeOf(one.code), day(one.onset)].join(' ')),
  medications: ({ statements }) =>
    statements.medication.map((one: Json) => [codeOf(one.code), second(start(one))].join(' ')),
  immunizations: ({ statements }) =>
    statements.immunization.map((one: Json) => [codeOf(one.code), second(one.occurrence)].join(' ')),
  results: (record) => numbersOf(record).map(({ key }) => key),
};

/** The measurements of a chart: which one when, and its number. */
export const numbersOf = ({ statements }: Json): { key: string; value: number }[] =>
  statements.observation
    .filter(({ value }: Json) => value?.quantity?.value !== undefined)
    .map((one: Json) => ({
      key: [codeOf(one.code), second(one.effective)].join(' '),
      value: Number(one.value.quantity.value),
    }));
