import { describe, expect, it } from 'vitest';
import type { Json } from '../conversion.ts';
import { comparedOf, type Found, isInSource } from './compared.ts';
import { hasCorpus, skipped } from './corpus.ts';
import { type Chart, charts, type Pair } from './synthea.ts';
import { besides, notInDocument } from './synthea-counts.ts';
import { listed } from './synthea-listed.ts';

const clinical = [
  'AllergyIntolerance',
  'Condition',
  'DiagnosticReport',
  'Encounter',
  'Immunization',
  'MedicationRequest',
  'Observation',
  'Procedure',
];

const countsOf = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, { length }]) => [name, length]));

const numbersOf = (counts: Readonly<Record<string, { count: number }>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).map(([name, { count }]) => [name, count]));

const codesOf = ({
  vaccineCode,
  medicationCodeableConcept,
  type,
  code = vaccineCode ?? medicationCodeableConcept,
}: Json) =>
  (code ?? [type].flat()[0])?.coding?.map((coding: Json) => `${coding.system}|${coding.code}`).toSorted();

const points = ['effectiveDateTime', 'occurrenceDateTime', 'performedDateTime', 'onsetDateTime'];
const spans = ['effectivePeriod', 'performedPeriod', 'period'];

/** When it happened: what has a span is taken by its start. */
const startOf = (resource: Json): string | undefined =>
  [...points.map((name) => resource[name]), ...spans.map((name) => resource[name]?.start)].find(Boolean);

/** Synthea rounds in FHIR to five digits and writes all into the document; what it writes there as INT is whole. */
const agree = (theirs: number, { valueQuantity, valueInteger }: Json): boolean =>
  valueInteger === undefined
    ? Math.abs(valueQuantity.value - theirs) <= Math.abs(theirs) / 10_000
    : valueInteger === Math.round(theirs);

describe.skipIf(!hasCorpus)(`the same patients by Synthea and by us${skipped}`, () => {
  const all: Chart[] = hasCorpus ? charts() : [];
  const pairs = all.flatMap((chart) => chart.pairs);
  const answered = pairs.filter(({ ours }) => ours.length > 0);
  const found: Found[] = all.flatMap(comparedOf);

  /** The type, and of observations the code where it is listed. */
  const nameOf = ({ theirs }: Pair): string => {
    if (theirs.resourceType !== 'Observation') return theirs.resourceType;
    const name = `Observation ${theirs.code.coding[0].code}`;
    return name in notInDocument ? name : 'Observation of other codes';
  };

  it('every resource whose statement stands in a document has one of ours, and every other has a reason', () => {
    expect(all).toHaveLength(10);
    const missing = pairs.filter(({ ours, source }) => ours.length === 0 && source !== undefined);
    expect(missing.map(({ theirs }) => `${theirs.resourceType}/${theirs.id}`)).toEqual([]);
    const unstated = pairs.filter(({ source }) => source === undefined);
    expect(countsOf(unstated.map(nameOf))).toEqual(numbersOf(notInDocument));
  });

  it('ours has nothing besides', () => {
    const paired = new Set(answered.flatMap(({ ours }) => ours));
    const others = all.flatMap(({ conversion }) => conversion.resources.filter((one) => !paired.has(one)));
    expect(countsOf(others.map(({ resourceType }) => resourceType))).toEqual(numbersOf(besides));
  });

  it.each(clinical)('%s: the same codes, and the same start of each', (type) => {
    const some = answered.filter(({ theirs }) => theirs.resourceType === type);
    expect(some.length).toBeGreaterThan(0);
    const each = some.flatMap(({ theirs, ours }) => ours.map((one) => ({ theirs, one })));
    const coded = each.filter(({ theirs }) => !theirs.medicationReference);
    expect(coded.map(({ one }) => codesOf(one))).toEqual(coded.map(({ theirs }) => codesOf(theirs)));
    const timed = each.filter(({ theirs }) => startOf(theirs));
    expect(timed.map(({ one }) => startOf(one))).toEqual(timed.map(({ theirs }) => startOf(theirs)));
  });

  it('Observation: the same numbers', () => {
    const numbers = answered.filter(({ theirs }) => theirs.valueQuantity);
    expect(numbers.length).toBeGreaterThan(1000);
    const others = numbers.filter(
      ({ theirs, ours }) => !ours.every((one) => agree(theirs.valueQuantity.value, one)),
    );
    expect(others.map(({ theirs }) => theirs.id)).toEqual([]);
  });

  it('differs nowhere but where it is listed', () => {
    const places = Map.groupBy(found, ({ place }) => place);
    const counts = [...places].map(([place, some]) => [place, countsOf(some.map(({ way }) => way))]);
    const rows = Object.entries(listed).flatMap(([type, paths]) =>
      Object.entries(paths).map(([path, { reason: _reason, elsewhere: _elsewhere, ...ways }]) => [
        `${type}.${path}`,
        ways,
      ]),
    );
    expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(rows));
  });

  it('holds all that the statement of the document holds of what Synthea’s FHIR says', () => {
    const lost = found.filter((one) => {
      const [type = '', ...path] = one.place.split('.');
      return one.way !== 'ours' && !listed[type]?.[path.join('.')]?.elsewhere && isInSource(one);
    });
    expect(countsOf(lost.map(({ place }) => place))).toEqual({});
  });
});
