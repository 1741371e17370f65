import type { PatientLine } from '../reconciliation/tally/index.ts';
import type { ChartKeyKind, IndexedChart } from './run-ledger/chart-index.ts';

/** A number as it is compared: letters and digits alone, without zeros in front. */
export const numberKey = (value: string): string =>
  value
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+(?=.)/, '');

/** Letters that are no base letter with a mark, as people without them on their keyboard write them. */
const written: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** The words of a name as they are compared: without marks and in lower case. */
export const nameKeys = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłđðþßæœı]/g, (letter) => written[letter] ?? letter)
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** What a chart is found by. */
export function keysOf({ name, family, given, birth, identifiers, id }: PatientLine): IndexedChart['keys'] {
  const words = [name, family, given].flatMap((text) => nameKeys(text ?? ''));
  const numbers = [id, ...identifiers.map(([, value]) => value)].map(numberKey).filter(Boolean);
  return [
    ...numbers.map((key) => keyOf('number', key)),
    ...[...new Set(words)].map((key) => keyOf('name', key)),
    ...(birth === undefined ? [] : [keyOf('birth', birth)]),
  ];
}

const keyOf = (kind: ChartKeyKind, key: string): readonly [ChartKeyKind, string] => [kind, key];

/** The charts of `patients.ndjson`, with the place of each line in it. */
export function* indexedCharts(lines: Iterable<string>): Generator<IndexedChart> {
  let start = 0;
  for (const line of lines) {
    const length = Buffer.byteLength(line);
    if (length > 0) {
      const chart = JSON.parse(line) as PatientLine;
      yield { id: chart.id, start, length, keys: keysOf(chart) };
    }
    start += length + 1;
  }
}
