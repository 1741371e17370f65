import { describe, expect, it } from 'vitest';
import { convert, type Json } from '../conversion.ts';
import { allergies } from './allergies.ts';
import { type Differences, differences, withoutIds } from './difference.ts';
import { encounters } from './encounters.ts';
import { expected, hasGuide, source } from './guide-example.ts';
import { immunizations } from './immunizations.ts';
import type { Example, Listed } from './listed.ts';
import { containedMedication, medications } from './medications.ts';
import { notes } from './notes.ts';
import { participations } from './participations.ts';
import { patients } from './patient.ts';
import { problems, supporting } from './problems.ts';
import { procedures } from './procedures.ts';
import { contained, results } from './results.ts';
import { socials } from './social.ts';
import { heartRate, vitals } from './vitals.ts';

const valuesOf = (listed: Readonly<Record<string, Listed>>): Differences =>
  Object.fromEntries(Object.entries(listed).map(([path, { reason: _reason, ...values }]) => [path, values]));

/** Contained resources are compared by themselves. */
const alone = ({ contained: _contained, contains: _misspelt, ...resource }: Json): Json => resource;

const convertExample = (example: Example) => convert(example.document(source(example.source)));

// A difference that is not listed fails, and so does a listed one that is gone.
describe.skipIf(!hasGuide)('the guide’s examples (skipped where ../shared is absent)', () => {
  const examples = {
    patients,
    problems,
    allergies,
    participations,
    procedures,
    encounters,
    notes,
    socials,
    medications,
    immunizations,
    results,
    vitals,
  };
  for (const [area, list] of Object.entries(examples)) {
    it.each(list.map((example, index) => [`${example.source} (${index + 1})`, example] as const))(
      `${area}: %s`,
      (_, example) => {
        const found = differences(
          alone(expected(example.expected)),
          withoutIds(example.resource(convertExample(example))),
        );
        expect(found).toStrictEqual(valuesOf(example.listed));
      },
    );
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

  it('medications: the Medication that an example contains', () => {
    const [example] = medications;
    const ours = convertExample(example!).only('MedicationRequest').contained;
    const theirs: Json[] = expected(example!.expected).contained;
    expect([ours.length, theirs.length]).toEqual([1, 1]);
    expect(differences(theirs[0], withoutIds(ours[0]))).toStrictEqual(valuesOf(containedMedication));
  });

  it.each([
    ['results', results[0]!, 'contained', contained],
    // The guide's example writes "contains" for "contained".
    ['vitals', vitals[0]!, 'contains', heartRate],
  ] as const)('%s: the observation that an example contains', (_, example, field, listed) => {
    const [one]: Json[] = expected(example.expected)[field];
    const ours = convertExample(example)
      .of('Observation')
      .find(({ code }: Json) => code.coding[0].code === one.code.coding[0].code);
    expect(differences(one, withoutIds(ours))).toStrictEqual(valuesOf(listed));
  });

  it('gives a reason for each difference', () => {
    const listed = [
      ...Object.values(examples)
        .flat()
        .map((example) => example.listed),
      ...supporting,
      containedMedication,
    ];
    const reasons = listed.flatMap((one) => Object.values(one)).map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason.length < 20)).toEqual([]);
  });
});
