import { describe, expect, it } from 'vitest';
import { convert, type Json } from '../conversion.ts';
import { type Differences, differences, withoutIds } from '../guide/difference.ts';
import { hasCorpus, skipped } from './corpus.ts';
import { document, expectedOf, type Reconciled, type ReconciledName, reconciled } from './myra-jones.ts';
import { listed } from './myra-jones-listed.ts';
import { shownWords } from './narrative-faults.ts';

const examples = Object.entries(reconciled) as [ReconciledName, Reconciled][];

/** What is long is compared by its words. */
const withoutTexts = (value: Json): Json =>
  JSON.parse(
    JSON.stringify(value, (key, one) =>
      key === 'div' ? '{narrative}' : key === 'data' ? '{attachment}' : one,
    ),
  );

const valuesOf = (name: ReconciledName): Differences =>
  Object.fromEntries(
    Object.entries(listed[name]).map(([path, { reason: _reason, ...values }]) => [path, values]),
  );

const decoded = (resource: Json): string =>
  Buffer.from(resource.content?.[0].attachment.data ?? '', 'base64').toString('utf8');

// A difference that is not listed fails, and so does a listed one that is gone.
describe.skipIf(!hasCorpus)(`what six vendors agreed on for one document${skipped}`, () => {
  const conversion = hasCorpus ? convert(new TextDecoder().decode(document())) : undefined;
  const ours = (one: Reconciled): Json => one.resource(conversion!);

  it.each(examples)('%s', (name, one) => {
    const found = differences(withoutTexts(expectedOf(one)), withoutIds(withoutTexts(ours(one))));
    expect(found).toStrictEqual(valuesOf(name));
  });

  it.each(examples.filter(([name]) => listed[name]['text.status']))(
    '%s: all words of its narrative',
    (_, one) => {
      const words = new Set(shownWords(ours(one).text.div));
      const expected = shownWords(expectedOf(one).text.div);
      expect(expected.filter((word) => !words.has(word))).toEqual([]);
    },
  );

  it('the note holds the same words in the same order', () => {
    const [expected, actual] = [decoded(expectedOf(reconciled.note)), decoded(ours(reconciled.note))];
    expect(shownWords(expected).length).toBeGreaterThan(200);
    expect(shownWords(actual)).toEqual(shownWords(expected));
  });

  it('gives a reason for each difference', () => {
    const reasons = Object.values(listed)
      .flatMap((one) => Object.values(one))
      .map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason.length < 15)).toEqual([]);
  });
});
