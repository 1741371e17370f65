import { openDocument } from '../../src/readers/ccda/open.ts';
import { sectionRules } from '../../src/readers/ccda/sections.ts';
import { statementRules } from '../../src/readers/ccda/statements/index.ts';
import type { XmlElement } from '../../src/readers/xml/element.ts';
import type { LedgerLine } from '../../src/record/index.ts';
import { partsOf, type RecordKind, typeOf } from '../../src/writers/fhir/references.ts';
import { isCoded } from './coded-statement.ts';

/** That there is none of something is told by the Composition of its document. */
type RuledKind = RecordKind | 'noneKnown';

/** What became of an entry that states something in codes. */
export type Verdict = 'as its rule names' | 'only an observation' | 'otherwise' | 'kept as text';

/** An entry that states something in codes. */
export interface CodedEntry {
  readonly section: string;
  /** Template of the first statement that has a rule; none where class, mood and section decide. */
  readonly template: string;
  readonly named: readonly string[];
  readonly became: readonly string[];
  readonly verdict: Verdict;
}

/** What the declarations of the statements say that each template becomes. */
const byTemplate: ReadonlyMap<string, readonly RuledKind[]> = new Map(
  [
    ...Map.groupBy(
      statementRules.flatMap(({ templates, kind }) => templates.map((template) => ({ template, kind }))),
      ({ template }) => template,
    ),
  ].map(([template, rules]) => [template, rules.map(({ kind }) => kind)]),
);

/** A statement without a template is known by its class. */
const byClass: Readonly<Record<string, readonly RuledKind[]>> = {
  substanceAdministration: ['medication', 'immunization'],
  encounter: ['encounter', 'order'],
  procedure: ['procedure', 'order'],
  supply: ['dispense', 'deviceUse', 'supplyDelivery', 'deviceRequest', 'supplyRequest'],
};

/** An observation without a template is known by its section. */
const bySection: Readonly<Record<string, readonly RuledKind[]>> = {
  Problems: ['problem'],
  'Allergies and intolerances': ['allergy'],
  'Family history': ['familyMember'],
  Payers: ['coverage'],
  'Plan of treatment': ['order', 'goal'],
};

const statementNames = new Set([
  ...['act', 'encounter', 'observation', 'observationMedia', 'organizer', 'procedure'],
  ...['regionOfInterest', 'substanceAdministration', 'supply'],
]);

const statementsAt = (element: XmlElement): XmlElement[] =>
  element.elements().filter(({ name }) => statementNames.has(name));

const templatesOf = (element: XmlElement): string[] =>
  element.elements('templateId').map(({ attributes }) => attributes['root']?.trim() ?? '');

/** The outermost statements whose templates have a rule. */
function ruledIn(statement: XmlElement): XmlElement[] {
  if (templatesOf(statement).some((template) => byTemplate.has(template))) return [statement];
  const relations = statement.elements().filter(({ name }) => /^(entryRelationship|component)$/.test(name));
  return relations.flatMap(statementsAt).flatMap(ruledIn);
}

/** The kinds that the rules of a statement name: a goal is known by its mood, and what is not so by its negation. */
function kindsNamed(statement: XmlElement): RuledKind[] {
  const { moodCode, negationInd } = statement.attributes;
  const templated = templatesOf(statement).flatMap((template) => byTemplate.get(template) ?? []);
  const named: RuledKind[] = moodCode === 'GOL' ? ['goal'] : templated;
  return negationInd === 'true' ? [...named, 'notTaken', 'noneKnown'] : named;
}

function kindsOfUntemplated(statement: XmlElement, section: string | undefined): readonly RuledKind[] {
  const title = sectionRules([], section)?.title ?? '';
  if (statement.attributes['moodCode'] === 'GOL') return ['goal'];
  return byClass[statement.name] ?? bySection[title] ?? [];
}

const entriesIn = (element: XmlElement): XmlElement[] =>
  element.elements().flatMap((child) => (child.name === 'entry' ? [child] : entriesIn(child)));

/** The entries of a document that state something in codes, with what became of them. */
export function codedEntries(bytes: Uint8Array, file: string, ledger: readonly LedgerLine[]): CodedEntry[] {
  const { root } = openDocument(bytes, file, 'all');
  const lines = new Map(ledger.filter(({ unit }) => unit === 'entry').map((line) => [line.place.path, line]));
  return (root ? entriesIn(root) : [])
    .filter((entry) => statementsAt(entry).some(isCoded))
    .flatMap((entry) => {
      const line = lines.get(entry.path());
      return line ? [judged(entry, line)] : [];
    });
}

function judged(entry: XmlElement, line: LedgerLine): CodedEntry {
  const ruled = statementsAt(entry).flatMap(ruledIn).filter(isCoded);
  const named =
    ruled.length > 0
      ? ruled.map(kindsNamed)
      : statementsAt(entry).map((one) => kindsOfUntemplated(one, line.section));
  const became = (line.into ?? []).map(kindOf);
  const types = (kinds: readonly RuledKind[]) => [
    ...new Set(kinds.map((kind) => (kind === 'noneKnown' ? typeOf.document : typeOf[kind]))),
  ];
  return {
    section: line.section ?? 'none',
    template: ruled.flatMap(templatesOf).find((one) => byTemplate.has(one)) ?? 'none',
    named: types(named.flat()),
    became: types(became),
    verdict: verdictOf(named, became),
  };
}

const kindOf = (ref: string): RuledKind => partsOf(ref)?.kind ?? 'noneKnown';

function verdictOf(named: readonly (readonly RuledKind[])[], became: readonly RuledKind[]): Verdict {
  if (became.length === 0) return 'kept as text';
  if (named.every((kinds) => kinds.some((kind) => became.includes(kind)))) return 'as its rule names';
  return became.every((kind) => kind === 'observation') ? 'only an observation' : 'otherwise';
}
