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

/** FHIR's text for a place where the source has none. */
export const emptyNarrative: Narrative = {
  status: 'empty',
  div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>No text</p></div>',
};
