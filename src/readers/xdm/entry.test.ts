import { describe, expect, it } from 'vitest';
import { inputOf } from '../../../test/conversion.ts';
import { readIndex } from './entry.ts';

const index = (...objects: string[]) =>
  readIndex(
    inputOf(`<SubmitObjectsRequest xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0">
${objects.map((one) => `<ExtrinsicObject>${one}</ExtrinsicObject>`).join('\n')}</SubmitObjectsRequest>`),
  );
const slot = (name: string, ...values: string[]) =>
  `<Slot name="${name}"><ValueList>${values.map((one) => `<Value>${one}</Value>`).join('')}</ValueList></Slot>`;
const urisOf = (found: ReturnType<typeof index>) =>
  'issues' in found ? found.issues.map(({ code }) => code) : found.map(({ uri }) => uri);

describe('the index of a package', () => {
  it('names its documents by their files, with the lines on which it does', () => {
    const found = index(slot('URI', 'A.XML'), slot('size', '7'), slot('URI', 'scans/b'));
    expect(urisOf(found)).toEqual(['A.XML', 'scans/b']);
    expect('issues' in found ? [] : found.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('may write a long name in numbered parts', () =>
    expect(urisOf(index(slot('URI', '2|tail.pdf', '1|a-long-')))).toEqual(['a-long-tail.pdf']));

  it('is told where it is no XML', () =>
    expect(urisOf(readIndex(inputOf('<SubmitObjectsRequest>')))).toEqual(['xml-not-well-formed']));
});
