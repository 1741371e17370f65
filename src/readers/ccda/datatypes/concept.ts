import type { Coding, Concept } from '../../../record/index.ts';
import { dataAbsentReasonOf, uriOf, uriOfName } from '../../../terminology/index.ts';
import type { Scope } from '../scope.ts';
import type { XmlElement } from '../xml/element.ts';
import { readText } from './text.ts';

/** CD and its kin: the code, its translations, and the source's own words with their reference resolved. */
export function readConcept(element: XmlElement, scope: Scope): Concept | undefined {
  const codings = codingsOf(element);
  const original = element.first('originalText');
  const text = (original && readText(original, scope)) ?? wordsWithoutCode(element, codings);
  const { nullFlavor } = element.attributes;
  if (codings.length === 0 && text === undefined) {
    return nullFlavor === undefined ? undefined : { codings, absent: dataAbsentReasonOf(nullFlavor) };
  }
  return text === undefined ? { codings } : { codings, text };
}

/** Many exports name a thing in `displayName` and give no code. */
const wordsWithoutCode = (element: XmlElement, codings: readonly Coding[]): string | undefined =>
  codings.length === 0 ? (clean(element.attributes['displayName']) ?? clean(element.text())) : undefined;

function codingsOf(element: XmlElement): Coding[] {
  const codings: Coding[] = [];
  for (const source of [element, ...element.elements('translation').flatMap(withNested)]) {
    const coding = readCoding(source);
    if (coding && !codings.some((one) => one.system === coding.system && one.code === coding.code)) codings.push(coding);
  }
  return codings;
}

const withNested = (element: XmlElement): XmlElement[] => [element, ...element.elements('translation').flatMap(withNested)];

/** One coded element as a coding; undefined when it names no code. */
export function readCoding(element: XmlElement): Coding | undefined {
  const { attributes } = element;
  const code = clean(attributes['code']);
  if (code === undefined) return undefined;
  const system = systemOf(attributes);
  const version = clean(attributes['codeSystemVersion']);
  const display = clean(attributes['displayName']);
  return { ...(system && { system }), ...(version && { version }), code, ...(display && { display }) };
}

function systemOf(attributes: Readonly<Record<string, string>>): string | undefined {
  const oid = clean(attributes['codeSystem']);
  const name = clean(attributes['codeSystemName']);
  return oid ? uriOf(oid) : name && uriOfName(name);
}

/** Without the space around it; nothing when nothing is left. */
export const clean = (text: string | undefined): string | undefined => text?.trim().replace(/\s+/g, ' ') || undefined;

/** Whether a concept names anything. */
export const says = (concept: Concept | undefined): concept is Concept =>
  concept !== undefined && (concept.codings.length > 0 || concept.text !== undefined);
