import type { Coding, Concept } from '../../../record/index.ts';
import { dataAbsentReasonOf, isOid, isUri } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { plainText } from '../narrative/index.ts';
import { report, type Scope } from '../scope.ts';
import { type Qualifier, qualified, qualifiersOf } from './qualified.ts';
import { readText } from './text.ts';

/** CD and its kin: the code, its translations and qualifiers, and the source's own words with their reference resolved. */
export function readConcept(element: XmlElement, scope: Scope): Concept | undefined {
  const { concepts } = scope.readings;
  if (!concepts.has(element)) concepts.set(element, conceptOf(element, scope));
  return concepts.get(element);
}

function conceptOf(element: XmlElement, scope: Scope): Concept | undefined {
  const concept = readPlain(element, scope);
  const stated = qualifiersOf(element);
  if (!says(concept) || stated.length === 0) return concept;
  return qualified(
    concept,
    stated.map((one) => readQualifier(one, scope)),
  );
}

function readQualifier(qualifier: XmlElement, scope: Scope): Qualifier {
  const [name, value] = [qualifier.first('name'), qualifier.first('value')];
  return { name: name && readCoding(name, scope), value: value && readConcept(value, scope) };
}

function readPlain(element: XmlElement, scope: Scope): Concept | undefined {
  const codings = codingsOf(element, scope);
  const original = element.first('originalText');
  const text = (original && wordsOf(original, scope)) ?? wordsWithoutCode(element, codings);
  const { nullFlavor } = element.attributes;
  if (codings.length === 0 && text === undefined) {
    return nullFlavor === undefined ? undefined : { codings, absent: dataAbsentReasonOf(nullFlavor) };
  }
  return text === undefined ? { codings } : { codings, text };
}

/** The source's own words; those that several codes refer to (a row of a panel) name none of them, and its display does. */
const wordsOf = (original: XmlElement, scope: Scope): string | undefined =>
  original.parent?.attributes['displayName'] !== undefined && scope.isShared(original)
    ? clean(plainText(original))
    : readText(original, scope);

/** Many exports name a thing in `displayName` and give no code. */
const wordsWithoutCode = (element: XmlElement, codings: readonly Coding[]): string | undefined =>
  codings.length === 0 ? (clean(element.attributes['displayName']) ?? clean(element.text())) : undefined;

function codingsOf(element: XmlElement, scope: Scope): Coding[] {
  const codings: Coding[] = [];
  addCodings(element, codings, scope);
  return codings;
}

/** The code of an element, then those of its translations, at whatever depth; each once. */
function addCodings(element: XmlElement, codings: Coding[], scope: Scope): void {
  const coding = readCoding(element, scope);
  if (coding && !codings.some((one) => one.system === coding.system && one.code === coding.code))
    codings.push(coding);
  for (const child of element.children) {
    if (typeof child !== 'string' && child.name === 'translation') addCodings(child, codings, scope);
  }
}

/** One coded element as a coding; undefined when it names no code. */
export function readCoding(element: XmlElement, scope: Scope): Coding | undefined {
  const { attributes } = element;
  const code = clean(attributes['code']);
  // Some exports write the null flavour for a code too.
  if (code === undefined || code === attributes['nullFlavor']) return undefined;
  const system = systemOf(element, scope);
  const version = clean(attributes['codeSystemVersion']);
  const display = clean(attributes['displayName']);
  // Step by step: codings are many, and copying the parts of one is the slowest way to make it.
  const coding: Coding = {};
  if (system) coding.system = system;
  if (version) coding.version = version;
  coding.code = code;
  if (display) coding.display = display;
  return coding;
}

/** The system's URI; that nobody knows the system, or that it is a value set, is said. */
function systemOf(element: XmlElement, scope: Scope): string | undefined {
  const stated = clean(element.attributes['codeSystem']);
  if (stated === undefined) return systemByName(element, scope);
  const { uri, isKnown, isValueSet } = scope.systems.lookUp(stated);
  if (!isKnown) reportUnknown(stated, element, scope);
  else if (isValueSet) report(scope, 'code-system-value-set', element, { system: stated });
  return uri;
}

function systemByName(element: XmlElement, scope: Scope): string | undefined {
  const name = clean(element.attributes['codeSystemName']);
  const system = name && scope.systems.uriOfName(name);
  if (!system && !isSimple(element)) reportUnknown(undefined, element, scope);
  return system || undefined;
}

/** CS: a code of the one system that the standard fixes for its place. */
const isSimple = ({ attributes }: XmlElement): boolean =>
  /(^|:)CS$/.test(attributes['xsi:type']?.trim() ?? '');

/** Only what has the form of an OID or a URI is named: a literal may be anything. */
function reportUnknown(stated: string | undefined, element: XmlElement, scope: Scope): void {
  const named = stated !== undefined && (isOid(stated) || isUri(stated));
  const system = stated === undefined ? 'none stated' : named ? stated : 'no OID';
  report(scope, 'code-system-unknown', element, { system });
}

/** Without the space around it; nothing when nothing is left. */
export function clean(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return (isClean(text) ? text : text.trim().replace(/\s+/g, ' ')) || undefined;
}

/** Whether a text is ASCII with single spaces between its words, as most are: looking is cheaper than trimming and replacing. */
function isClean(text: string): boolean {
  let before = space;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < space || code > tilde || (code === space && before === space)) return false;
    before = code;
  }
  return before !== space;
}

const [space, tilde] = [0x20, 0x7e];

/** Whether a concept names anything. */
export const says = (concept: Concept | undefined): concept is Concept =>
  concept !== undefined && (concept.codings.length > 0 || concept.text !== undefined);
