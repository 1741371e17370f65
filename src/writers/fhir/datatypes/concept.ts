import type { Concept, Coding as RecordCoding } from '../../../record/index.ts';
import { everyField } from '../every-field.ts';
import type { CodeableConcept, Coding } from '../fhir-types.ts';
import { absentExtension } from './extension.ts';

/** A Coding. */
export function coding(value: RecordCoding): Coding {
  const { system, version, code, display, ...rest } = value;
  everyField(rest);
  return { system, version, code, display };
}

/** A CodeableConcept; where the source gives no words of its own its text is the display of the first code. */
export function concept(value: Concept): CodeableConcept;
export function concept(value: Concept | undefined): CodeableConcept | undefined;
export function concept(value: Concept | undefined): CodeableConcept | undefined {
  if (!value) return undefined;
  const { codings, text, absent, ...rest } = value;
  everyField(rest);
  return {
    extension: codings.length === 0 && absent ? [absentExtension(absent)] : undefined,
    coding: codings.map(coding),
    text: text ?? codings[0]?.display,
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
