import { describe, expect, it } from 'vitest';
import { convert, type Json } from '../conversion.ts';
import { allergies } from './allergies.ts';
import { type Differences, differences, withoutIds } from './difference.ts';
import { expected, hasGuide, source } from './guide-example.ts';
import type { Example, Listed } from './listed.ts';
import { participations } from './participations.ts';
import { patients } from './patient.ts';
import { problems, supporting } from './problems.ts';

const valuesOf = (listed: Readonly<Record<string, Listed>>): Differences =>
  Object.fromEntries(Object.entries(listed).map(([path, { reason: _reason, ...values }]) => [path, values]));

/** Contained resources are compared by themselves. */
const alone = ({ contained: _contained, ...resource }: Json): Json => resource;

const convertExample = (example: Example) => convert(example.document(source(example.source)));

// A difference that is not listed fails, and so does a listed one that is gone.
describe.skipIf(!hasGuide)('the guide’s examples (skipped where ../shared is absent)', () => {
  const examples = { patients, problems, allergies, participations };
  for (const [area, list] of Object.entries(examples)) {
    it.each(list.map((example, index) => [`${example.source} (${index + 1})`, example] as const))(`${area}: %s`, (_, example) => {
      const found = differences(alone(expected(example.expected)), withoutIds(example.resource(convertExample(example))));
      expect(found).toStrictEqual(valuesOf(example.listed));
    });
  }

  it('problems: the supporting observations that an example contains', () => {
    const [, example] = problems;
    const conversion = convertExample(example!);
    const condition = conversion.only('Condition');
    const contained: Json[] = expected(example!.expected).contained;
    expect(contained).toHaveLength(supporting.length);
    for (const [index, one] of contained.entries()) {
      const { reference } = condition.evidence[0].detail[index];
      const ours = conversion.of('Observation').find(({ id }) => `Observation/${id}` === reference);
      expect(differences(one, withoutIds(ours))).toStrictEqual(valuesOf(supporting[index]!));
    }
  });

  it('gives a reason for each difference', () => {
    const listed = [...Object.values(examples).flat().map((example) => example.listed), ...supporting];
    const reasons = listed.flatMap((one) => Object.values(one)).map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason.length < 20)).toEqual([]);
  });
});
