import type { LedgerLine } from '../../record/index.ts';
import type { XmlElement } from '../xml/element.ts';
import type { DocumentCollector } from './collector.ts';
import { placeOf, report, type Scope } from './scope.ts';
import { isNull, reportUnread } from './statement.ts';
import { entryReferencesIn, isWrapper, referred } from './statements/entry-reference.ts';
import { statementOf } from './statements/index.ts';

/** Clinical statements, as CDA's act classes name them. */
const acts = new Set([
  'act',
  'encounter',
  'observation',
  'observationMedia',
  'organizer',
  'procedure',
  'regionOfInterest',
  'substanceAdministration',
  'supply',
]);

/** Reads all statements of an entry, at whatever depth, and says what became of it. */
export function readEntry(entry: XmlElement, scope: Scope, collector: DocumentCollector): LedgerLine {
  collector.takeAdded();
  try {
    for (const child of entry.elements()) readActs(child, scope);
    collector.settle();
  } catch (error) {
    const errorClass = error instanceof Error ? error.constructor.name : 'unknown';
    report(scope, 'entry-unreadable', entry, { error: errorClass });
    return lineOf(entry, scope, { state: 'quarantined', rule: 'entry-unreadable' });
  }
  const into = collector.takeAdded();
  if (into.length > 0) return lineOf(entry, scope, { state: 'converted', into });
  report(scope, 'entry-kept-as-text', entry, {
    section: sectionName(scope),
    statement: statementName(entry),
  });
  return lineOf(entry, scope, { state: 'kept-as-text', rule: 'no-rule-for-statement' });
}

function readActs(element: XmlElement, scope: Scope): void {
  if (!acts.has(element.name)) return;
  const statement = statementOf(element, scope);
  if (statement) statement.read(element, scope);
  else if (isWrapper(element)) accountFor(element, scope);
  if (statement || !isNull(element)) readInside(element, scope);
}

/** A concern holds statements and may name others: those get their category by it. */
function accountFor(wrapper: XmlElement, scope: Scope): void {
  for (const one of entryReferencesIn(wrapper, ['REFR'])) {
    if (referred(one, scope).length > 0) scope.taken.add(one);
  }
  scope.collector.defer(() => reportUnread(accountOf(wrapper), wrapper, scope));
}

/** What an act has that only holds statements: they take its status and its authors, and the narrative has its words. */
const accountOf = (wrapper: XmlElement) => ({
  title: 'Concern Act',
  structure: [
    'id',
    'code',
    'statusCode',
    'effectiveTime',
    'author',
    ...(wrapper.first('text')?.first('reference') ? ['text'] : []),
  ],
});

/** What stands in a statement, and in those that it has read: not in its parts. */
function readInside(element: XmlElement, scope: Scope): void {
  const relations = element
    .elements()
    .filter(({ name }) => name === 'entryRelationship' || name === 'component');
  for (const child of relations.flatMap((relation) => relation.elements())) {
    if (!scope.taken.has(child)) readActs(child, scope);
    else if (scope.collector.holds(child)) readInside(child, scope);
  }
}

const sectionName = ({ section }: Scope): string => section?.rules?.title ?? 'an unknown section';

/** A statement's class and first template id: what a reader of the standard would look up. */
function statementName(entry: XmlElement): string {
  const act = entry.elements().find(({ name }) => acts.has(name));
  const template = act?.first('templateId')?.attributes['root'];
  return [act?.name ?? 'empty', template].filter((part) => part !== undefined).join(' ');
}

function lineOf(
  entry: XmlElement,
  scope: Scope,
  rest: Pick<LedgerLine, 'state' | 'into' | 'rule'>,
): LedgerLine {
  const template = entry
    .elements()
    .find(({ name }) => acts.has(name))
    ?.first('templateId')?.attributes['root'];
  return {
    unit: 'entry',
    place: placeOf(entry, scope),
    section: scope.section?.code ?? 'none',
    ...(template && { template }),
    ...rest,
  };
}
