import type { Narrative as RecordNarrative } from '../../../record/index.ts';
import { everyField } from '../every-field.ts';
import type { Narrative } from '../fhir-types.ts';

/** A Narrative: the record holds its `div` already. */
export function narrative(text: RecordNarrative | undefined): Narrative | undefined {
  if (!text) return undefined;
  const { xhtml, status, ...rest } = text;
  everyField(rest);
  return { status, div: xhtml };
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[one] ?? one);

/** Words as a Narrative, where FHIR wants one and the source has none. */
export const narrativeOfWords = (words: readonly string[]): Narrative | undefined =>
  words.length === 0
    ? undefined
    : {
        status: 'generated',
        div: `<div xmlns="http://www.w3.org/1999/xhtml">${words.map((one) => `<p>${escaped(one)}</p>`).join('')}</div>`,
      };

/** FHIR's text for a place where the source has none. */
export const emptyNarrative: Narrative = {
  status: 'empty',
  div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>No text</p></div>',
};
