import { compact, type LedgerLine, listOf, type Reference, type Section } from '../../record/index.ts';
import type { XmlElement } from '../xml/element.ts';
import type { DocumentCollector } from './collector.ts';
import { clean, readConcept, says } from './datatypes/concept.ts';
import { readEntry } from './entry.ts';
import { renderNarrative } from './narrative/index.ts';
import { readParticipations } from './participation.ts';
import { placeOf, report, type Scope } from './scope.ts';
import { sectionRules } from './sections.ts';

interface Reading {
  readonly scope: Scope;
  readonly collector: DocumentCollector;
  readonly ledger: LedgerLine[];
}

/** The sections below an element (`structuredBody` or a section), with all that stands in them. */
export const readSections = (parent: XmlElement, reading: Reading): Section[] | undefined =>
  listOf(parent.elementsIn('component', 'section').map((element) => readSection(element, reading)));

function readSection(element: XmlElement, reading: Reading): Section {
  const scope = scopeOf(element, reading.scope);
  const within = { ...reading, scope };
  const code = element.first('code');
  const concept = code && readConcept(code, scope);
  if (!scope.section?.rules)
    report(scope, 'section-unknown', element, { code: scope.section?.code ?? 'no code' });
  const text = element.first('text');
  const narrative = text && renderNarrative(text, scope.media, { tables: scope.tables });
  if (text) reading.ledger.push(narrativeLine(text, scope, narrative !== undefined));
  const stated = element.elements('entry').flatMap((entry) => readOne(entry, within));
  // That there is nothing is no entry: it is why the list is empty.
  const entries = stated.filter(({ ref }) => !ref.startsWith('noneKnown/'));
  const noneKnown = stated.length > entries.length && entries.length === 0;
  return compact({
    title: clean(element.first('title')?.text()),
    code: says(concept) ? concept : undefined,
    text: narrative === undefined ? undefined : { xhtml: narrative, status: 'additional' as const },
    authors: readParticipations(element, 'author', scope),
    subject: subjectOf(element, scope),
    entries: listOf(entries),
    emptyReason: noneKnown ? 'nilknown' : emptyReasonOf(element),
    sections: readSections(element, within),
  } as Section);
}

/** Whom a section speaks of, in words: what kind of relative, by what name. */
function subjectOf(element: XmlElement, scope: Scope): string | undefined {
  const related = element.first('subject')?.first('relatedSubject');
  const code = related?.first('code');
  const kind = code && readConcept(code, scope);
  const words = [
    kind?.text ?? kind?.codings[0]?.display,
    clean(related?.first('subject')?.first('name')?.text()),
  ];
  return words.filter((one) => one !== undefined).join(': ') || undefined;
}

/** The text of a section stands in the Composition, unless it shows nothing. */
function narrativeLine(text: XmlElement, scope: Scope, shows: boolean): LedgerLine {
  return {
    unit: 'narrative',
    place: placeOf(text, scope),
    section: scope.section?.code ?? 'none',
    ...(shows
      ? { state: 'converted' as const, into: ['document/document'] }
      : { state: 'left-out' as const, rule: 'narrative-empty' }),
  };
}

function readOne(entry: XmlElement, { scope, collector, ledger }: Reading): Reference[] {
  const line = readEntry(entry, scope, collector);
  ledger.push(line);
  return (line.into ?? []).map((ref) => ({ ref }));
}

/** FHIR's list-empty-reason for what CDA says of a section without information. */
const emptyReasons: Readonly<Record<string, string>> = {
  NI: 'unavailable',
  NASK: 'notasked',
  MSK: 'withheld',
  UNK: 'unavailable',
  NAV: 'unavailable',
  ASKU: 'unavailable',
};

const emptyReasonOf = ({ attributes }: XmlElement): string | undefined =>
  Object.hasOwn(emptyReasons, attributes['nullFlavor'] ?? '')
    ? emptyReasons[attributes['nullFlavor'] ?? '']
    : undefined;

/** What statements in a section are read with. */
export function scopeOf(element: XmlElement, scope: Scope): Scope {
  const { sections } = scope.readings;
  const within = sections.get(element) ?? sectionScope(element, scope);
  sections.set(element, within);
  return within;
}

function sectionScope(element: XmlElement, scope: Scope): Scope {
  const templates = element.elements('templateId').map(({ attributes }) => attributes['root']?.trim() ?? '');
  const code = clean(element.first('code')?.attributes['code']);
  return { ...scope, section: { element, code, rules: sectionRules(templates, code) } };
}
