import { compact, type LedgerLine, listOf, type Reference, type Section } from '../../record/index.ts';
import type { XmlElement } from '../xml/element.ts';
import { report, type Scope } from './scope.ts';
import { sections } from './sections.ts';
import { narrativeOf } from './words.ts';

/** The objects of a section: all of its elements. */
export const objectsOf = (body: XmlElement | undefined): XmlElement[] =>
  (body?.elements() ?? []).flatMap((section) => section.elements());

/** The sections of the body, with all that stands in them. */
export const readSections = (body: XmlElement, scope: Scope, ledger: LedgerLine[]): Section[] | undefined =>
  listOf(body.elements().map((element) => readSection(element, scope, ledger)));

const rulesOf = (section: XmlElement | undefined) =>
  section && Object.hasOwn(sections, section.name) ? sections[section.name] : undefined;

function readSection(element: XmlElement, scope: Scope, ledger: LedgerLine[]): Section {
  const rules = rulesOf(element);
  if (!rules) report(scope, 'section-unknown', element, { code: 'no code' });
  const objects = element.elements();
  const entries = objects.flatMap((object) => readObject(object, scope, ledger));
  const none = entries.length > 0 && entries.every(({ ref }) => ref.startsWith('noneKnown/'));
  const xhtml = narrativeOf(objects);
  return compact({
    title: rules?.title,
    code: rules?.loinc && { codings: [{ system: 'http://loinc.org', code: rules.loinc }] },
    text: xhtml && { xhtml, status: 'generated' },
    entries: listOf(entries.filter(({ ref }) => !ref.startsWith('noneKnown/'))),
    emptyReason: none ? 'nilknown' : undefined,
  } as Section);
}

function readObject(object: XmlElement, scope: Scope, ledger: LedgerLine[]): readonly Reference[] {
  const rules = rulesOf(object.parent);
  const line = {
    unit: 'entry',
    place: { file: scope.file, line: object.line, path: object.path() },
    section: rules?.loinc ?? 'none',
  } as const;
  try {
    const into = rules?.read?.(object, scope) ?? [];
    for (const { ref } of into) reportUnread(object, ref, scope);
    ledger.push(
      into.length > 0 ? { ...line, state: 'converted', into: into.map(({ ref }) => ref) } : inWords(line),
    );
    if (into.length === 0) reportKept(object, rules?.title, scope);
    return into;
  } catch (error) {
    const errorClass = error instanceof Error ? error.constructor.name : 'unknown';
    report(scope, 'entry-unreadable', object, { error: errorClass });
    ledger.push({ ...line, state: 'quarantined', rule: 'entry-unreadable' });
    return [];
  }
}

const inWords = (line: Pick<LedgerLine, 'unit' | 'place' | 'section'>): LedgerLine => ({
  ...line,
  state: 'kept-as-text',
  rule: 'no-rule-for-statement',
});

const reportKept = (object: XmlElement, title: string | undefined, scope: Scope): void =>
  report(scope, 'entry-kept-as-text', object, {
    section: title ?? 'an unknown section',
    statement: title ? object.name : 'object',
  });

/** What an object has for the standard's sake. */
const formal = new Set(['CCRDataObjectID', 'Source', 'InternalCCRLink', 'ReferenceID', 'Signature']);

/** Says which parts of an object nothing has read; the words of its section hold them. */
function reportUnread(object: XmlElement, ref: string, scope: Scope): void {
  const { taken } = scope.shelf;
  const isTaken = (element: XmlElement): boolean => taken.has(element) || element.elements().some(isTaken);
  for (const child of object.elements()) {
    if (formal.has(child.name) || isTaken(child) || child.text().trim() === '') continue;
    taken.add(child);
    report(scope, 'unread', child, { statement: ref.split('/')[0] ?? '', path: child.name });
  }
}
