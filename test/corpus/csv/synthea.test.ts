import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Json } from '../../conversion.ts';
import { hasCorpus, skipped } from '../corpus.ts';
import { comparedOf } from './compared.ts';
import { besides, inNoTable } from './counts.ts';
import { listed } from './listed.ts';
import { type Renderings, renderings } from './synthea.ts';

const countsOf = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, { length }]) => [name, length]));

const numbersOf = (counts: Readonly<Record<string, { count: number }>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).map(([name, { count }]) => [name, count]));

const typeOf = ({ resourceType }: Json): string => resourceType;

describe.skipIf(!hasCorpus)(`the same patients by Synthea’s FHIR and from its tables${skipped}`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chartlift-synthea-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const nothing: Renderings = { pairs: [], besides: [], addresses: new Map() };
  const both = hasCorpus ? await renderings(join(folder, 'run')) : nothing;
  const answered = both.pairs.filter(({ ours }) => ours.length > 0);
  const found = comparedOf(both);

  it('has each of them once, by type, code, visit and time; every other has a reason', () => {
    expect(answered.length).toBeGreaterThan(3500);
    const missing = both.pairs.filter(({ ours }) => ours.length === 0);
    expect(countsOf(missing.map(({ theirs }) => typeOf(theirs)))).toEqual(numbersOf(inNoTable));
  });

  it('has nothing besides but what the tables have and Synthea’s FHIR has not', () => {
    expect(countsOf(both.besides.map(typeOf))).toEqual(numbersOf(besides));
  });

  it('has the same codes', () => {
    const coded = answered.filter(({ theirs }) => (theirs.code ?? theirs.vaccineCode)?.coding);
    const codesOf = ({ code, vaccineCode }: Json): string[] =>
      (code ?? vaccineCode).coding.map((coding: Json) => `${coding.system}|${coding.code}`);
    const others = coded.filter(
      ({ theirs, ours: [one] }) => !codesOf(one).every((code) => codesOf(theirs).includes(code)),
    );
    expect(others.map(({ theirs }) => `${typeOf(theirs)}/${theirs.id}`)).toEqual([]);
  });

  it('has the same numbers, to the digit that the tables have', () => {
    const numbers = answered.flatMap(({ theirs, ours: [one] }) => numbersIn(theirs, one));
    expect(numbers.length).toBeGreaterThan(1700);
    expect(numbers.filter(([expected, actual]) => Math.abs(expected - actual) > tolerance(expected))).toEqual(
      [],
    );
  });

  it('has the same days where the tables have days', () => {
    const days = found.filter(
      ({ place }) => `${place} both` in (listed['the table has the day alone'] ?? {}),
    );
    expect(days.length).toBeGreaterThan(700);
    expect(days.filter(({ expected, actual }) => expected.slice(0, 10) !== actual)).toEqual([]);
  });

  it('refers to the same', () => {
    const references = found.filter(({ place, way }) => way === 'both' && place.endsWith('reference'));
    expect(references).toEqual([]);
  });

  it('differs nowhere but where it is listed, with the reason', () => {
    const rows = Object.values(listed).flatMap((counts) => Object.entries(counts));
    expect(countsOf(found.map(({ place, way }) => `${place} ${way}`))).toEqual(Object.fromEntries(rows));
  });
});

/** The amounts of two observations, and of their parts. */
function numbersIn(theirs: Json, ours: Json): [expected: number, actual: number][] {
  const own = theirs.valueQuantity && ours.valueQuantity;
  const parts: Json[] = theirs.component ?? [];
  return [
    ...(own ? [[theirs.valueQuantity.value, ours.valueQuantity.value] as [number, number]] : []),
    ...parts.flatMap((part) => {
      const code = part.code.coding[0].code;
      const other = ours.component?.find((one: Json) => one.code.coding[0].code === code);
      return part.valueQuantity
        ? [[part.valueQuantity.value, other?.valueQuantity?.value] as [number, number]]
        : [];
    }),
  ];
}

/** The tables have one digit after the point, Synthea's FHIR five in all. */
const tolerance = (value: number): number => Math.max(0.0501, Math.abs(value) / 10_000);
