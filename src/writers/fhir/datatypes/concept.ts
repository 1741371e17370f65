import type { Concept, Coding as RecordCoding } from '../../../record/index.ts';
import { ownDisplayOf } from '../../../terminology/index.ts';
import { everyField } from '../every-field.ts';
import type { CodeableConcept, Coding } from '../fhir-types.ts';
import { absentExtension, elementOf, originalText } from './extension.ts';

/** A Coding; what its code system calls the code differently keeps the source's words beside, unless they are said already. */
export function coding(value: RecordCoding, said?: string): Coding {
  const { system, version, code, display, ...rest } = value;
  everyField(rest);
  const own = system !== undefined && code !== undefined ? ownDisplayOf(system, code) : undefined;
  if (own === undefined) return { system, version, code, display };
  if (own === 'no-such-code') return { system: systemOfNone(system ?? ''), version, code, display };
  return {
    system,
    version,
    code,
    ...displayed(display, typeof own === 'object' ? own.display : undefined, said),
  };
}

/** Words that its system does not use are errors to validators: they stand beside its own. */
function displayed(
  words: string | undefined,
  own: string | undefined,
  said: string | undefined,
): Pick<Coding, 'display' | '_display'> {
  if (words === undefined) return {};
  const isSaid = isSame(words, own) || isSame(words, said);
  return { display: own, ...(!isSaid && { _display: elementOf(originalText(words)) }) };
}

const isSame = (one: string, other: string | undefined): boolean =>
  one.toLowerCase() === other?.toLowerCase();

/** A code that HL7's own system does not have is none of that system: it keeps its literal under a system of ours. */
const systemOfNone = (system: string): string => `urn:chartlift:code-system:${encodeURIComponent(system)}`;

/** A CodeableConcept; where the source gives no words of its own its text is the display of the first code. */
export function concept(value: Concept): CodeableConcept;
export function concept(value: Concept | undefined): CodeableConcept | undefined;
export function concept(value: Concept | undefined): CodeableConcept | undefined {
  if (!value) return undefined;
  const { codings, text, absent, ...rest } = value;
  everyField(rest);
  const words = text ?? codings[0]?.display;
  return {
    extension: codings.length === 0 && absent ? [absentExtension(absent)] : undefined,
    coding: codings.map((one) => coding(one, words)),
    text: words,
  };
}

/** Concepts, in their order. */
export const concepts = (values: readonly Concept[] | undefined): CodeableConcept[] | undefined =>
  values?.map((value) => concept(value));

/** A concept that FHIR requires. */
export function conceptAlways(value: Concept | undefined): CodeableConcept {
  if (value && (value.codings.length > 0 || value.text || value.absent)) return concept(value);
  return { extension: [absentExtension()] };
}

/** A concept of one code. */
export const codeOf = (system: string, code: string, display?: string): CodeableConcept => ({
  coding: [{ system, code, display }],
});

/** The words for a concept: its text, else the first display there is. */
export const wordsOfConcept = ({ codings, text }: Concept): string | undefined =>
  text ?? codings.find(({ display }) => display)?.display;
