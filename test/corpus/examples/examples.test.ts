import { afterAll, describe, expect, it } from 'vitest';
import { clinicalDocument } from '../../clinical-document.ts';
import { type Conversion, convert } from '../../conversion.ts';
import { hasCorpus, skipped } from '../corpus.ts';
import type { Expectation } from './expectation.ts';
import { expectations } from './expectations.ts';
import { faultsOf } from './faults.ts';
import { type Fragment, fragments } from './fragment.ts';
import { wrapped } from './wrapped.ts';

const keysOf = ({ name }: Fragment): string[] =>
  [...expectations.keys()].filter((key) => name.startsWith(key));
const expectedOf = (fragment: Fragment): readonly Expectation[] =>
  keysOf(fragment).flatMap((key) => expectations.get(key) ?? []);

const own = fragments.filter((fragment) => expectedOf(fragment).length > 0);
const facts = own.flatMap(expectedOf).reduce((sum, { size }) => sum + size, 0);

/** The same document with an empty element in the fragment's place. */
function without(fragment: Fragment): Conversion {
  const root = fragment.xml.replace(/<!--[\s\S]*?-->/g, '').match(/<([A-Za-z:]+)/)?.[1] ?? '';
  const isWhole = root === 'ClinicalDocument' || root === 'recordTarget' || root === 'custodian';
  const xml = isWhole ? clinicalDocument() : wrapped({ ...fragment, xml: `<${root}/>` });
  return convert(xml);
}

describe.skipIf(!hasCorpus)(`HL7's approved examples${skipped}`, () => {
  afterAll(() => {
    const rest = fragments.length - own.length;
    console.log(
      `${fragments.length} examples converted: ${own.length} hold ${facts} facts of their own, ${rest} the invariants`,
    );
  });

  it.each(fragments)('$name', (fragment) => {
    const document = wrapped(fragment);
    const conversion = convert(document);
    expect(faultsOf(document, conversion)).toEqual([]);
    const failures = expectedOf(fragment).map((one) => one.failure(conversion));
    expect(failures.filter((failure) => failure !== undefined)).toEqual([]);
  });

  it('are expected one by one, each once', () => {
    const named = [...expectations.keys()].map((key) => fragments.filter(({ name }) => name.startsWith(key)));
    expect(named.filter((found) => found.length !== 1).flat()).toEqual([]);
    expect(fragments.filter((fragment) => keysOf(fragment).length > 1)).toEqual([]);
    expect(own.length).toBeGreaterThanOrEqual(200);
  });

  // An expectation that a document without the example meets as well expects nothing of it.
  it.each(own)('$name is more than what it was put into', (fragment) => {
    const empty = without(fragment);
    expect(expectedOf(fragment).some((one) => one.failure(empty) !== undefined)).toBe(true);
  });
});
