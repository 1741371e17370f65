import type { Issue, Place } from '../issue/index.ts';
import {
  type Contribution,
  type IdMaker,
  type Kind,
  kindNames,
  kinds,
  type LedgerLine,
  type LedgerState,
  type PatientRecord,
  type SourcePoint,
} from '../record/index.ts';
import { type Candidate, candidatesOf, type Identified, identify, keyOf, splitKey } from './identify.ts';
import { joinSources } from './join-sources.ts';
import { mergeOlder } from './merge.ts';
import { byPrecedence } from './order.ts';
import { findByNumber, isByNumber } from './outside.ts';
import { doubts, mergePatient } from './patient.ts';
import { mergePeople } from './people.ts';
import { mapReferences } from './references.ts';
import { type FieldSource, TracedRecord } from './trace.ts';

/** One patient's record, and the account of how it came about. */
export interface Assembled {
  readonly record: PatientRecord;
  readonly ledger: readonly LedgerLine[];
  readonly issues: readonly Issue[];
  /** What each statement of the record was made of, the source that gives its values first. */
  origins(): ReadonlyMap<string, readonly Origin[]>;
}

/** A statement of one contribution, by its reference there. */
export interface Origin {
  readonly from: Contribution;
  readonly ref: string;
}

/** What contributions are assembled with. */
export interface AssembleOptions {
  readonly make: IdMaker;
  /** The patient's id, where it is known of more than one source: else the sources agree on it. */
  readonly patient?: string | undefined;
}

/** Makes one record of all contributions of one patient. */
export function assemble(contributions: readonly Contribution[], options: AssembleOptions): Assembled {
  const { make } = options;
  const ordered = byPrecedence(contributions);
  const { patient, ledger } = mergePatient(ordered, options.patient);
  const identified = identify(candidatesOf(ordered, { make, patient: options.patient }), make);
  const { conflicts } = identified;
  const groups = joinSources(identified.groups, ordered);
  const refs = finalRefs(groups);
  const union = uniteGroups(groups);
  const isPatient = patientIn(ordered);
  const numbered = findByNumber(groups);
  const resolve = (from: Contribution) => (ref: string) => {
    const [source, local] = splitKey(ref) ?? [from.source.sha256, ref];
    return isPatient(local)
      ? `patient/${patient.id}`
      : (refs.get(source)?.get(local) ?? numbered(ref) ?? ref);
  };
  const lost: Issue[] = [];
  const parts = {
    patient,
    statements: shelve(union, resolve, (issue) => lost.push(issue)),
    people: peopleOf(ordered),
  };
  return {
    record: new TracedRecord(parts, () => union.map(({ ref, sources }) => [ref, sources])),
    ledger: [
      ...ledger,
      ...union.flatMap(({ lines }) => lines),
      ...entryLines(ordered, { refs, resolve, union }),
    ],
    issues: [
      ...ordered.flatMap(({ issues }) => issues),
      ...doubts(ordered, patient),
      ...conflicts.flatMap(conflictIssue),
      ...lost,
    ],
    origins: () => originsOf(groups),
  };
}

/** Whether a reference is to the patient, who may have another id in each source. */
function patientIn(contributions: readonly Contribution[]): (ref: string) => boolean {
  const names = new Set(['patient', ...contributions.map(({ patient }) => `patient/${patient.id}`)]);
  return (ref) => names.has(ref);
}

const originsOf = (groups: Identified): Map<string, Origin[]> =>
  new Map([...groups].map(([ref, group]) => [ref, group.map((one) => ({ from: one.from, ref: one.ref }))]));

/** The people of all contributions; a document names each of its own once already. */
function peopleOf(contributions: readonly Contribution[]): PatientRecord['people'] {
  const [only, ...others] = contributions;
  return only && others.length === 0 && !only.settled ? only.people : mergePeople(contributions);
}

/** Where each statement went: by the hash of its source and its reference there. */
type Refs = ReadonlyMap<string, ReadonlyMap<string, string>>;

function finalRefs(groups: Identified): Refs {
  const refs = new Map<string, Map<string, string>>();
  for (const [final, group] of groups) {
    for (const { from, ref } of group) {
      const own = refs.get(from.source.sha256) ?? new Map<string, string>();
      refs.set(from.source.sha256, own.set(ref, final));
    }
  }
  return refs;
}

/** One statement of the record, with what it was made of. */
interface Union {
  readonly ref: string;
  readonly kind: Kind;
  readonly item: Record<string, unknown>;
  readonly from: Contribution;
  readonly sources: readonly FieldSource[];
  readonly lines: readonly LedgerLine[];
  /** What became of each further statement that went into it. */
  readonly states: ReadonlyMap<string, LedgerState>;
}

const uniteGroups = (groups: Identified): Union[] => [...groups].map(([ref, group]) => unite(ref, group));

function unite(ref: string, group: readonly Candidate[]): Union {
  const [first, ...others] = group;
  if (!first) throw new RangeError('a group has a statement');
  if (others.length === 0) return alone(ref, first);
  const states = new Map<string, LedgerState>();
  const sources: FieldSource[] = [sourceOf(first)];
  const lines: LedgerLine[] = [];
  let item: Record<string, unknown> = first.item;
  for (const one of others) {
    // The references of an older source are its own: they are resolved before the two are mixed.
    const rules = { ...kinds[first.kind], sameDocument: one.from === first.from };
    const merged = mergeOlder(item, resolvable(one), rules as never);
    item = merged.item;
    states.set(keyOf(one.from, one.ref), merged.superseded.length > 0 ? 'superseded' : 'merged');
    sources.push({ ...sourceOf(one), only: merged.taken });
    lines.push(...merged.superseded.map((field) => supersededLine(ref, field, one)));
  }
  return { ref, kind: first.kind, item, from: first.from, sources, lines, states };
}

/** Most statements stand in one place alone. */
const alone = (ref: string, one: Candidate): Union => ({
  ref,
  kind: one.kind,
  item: one.item,
  from: one.from,
  sources: [sourceOf(one)],
  lines: [],
  states: noStates,
});

const noStates: Union['states'] = new Map();

/** Marks the references of a statement with the contribution they belong to. */
const resolvable = ({ from, item }: Candidate): Record<string, unknown> =>
  mapReferences(item as Record<string, unknown>, (ref) =>
    from.trace.has(ref) || ref === 'patient' ? keyOf(from, ref) : ref,
  );

const sourceOf = ({ from, ref }: Candidate): FieldSource => ({
  file: from.source.file,
  fields: from.trace.get(ref) ?? {},
});

function supersededLine(ref: string, field: string, { from, ref: local, kind }: Candidate): LedgerLine {
  const [point] = from.trace.get(local)?.[field] ?? [];
  return {
    unit: 'value',
    place: placeOf(point, from),
    state: 'superseded',
    rule: `${kind}.${field}`,
    into: [ref],
  };
}

/** Where a point stands, or its source as a whole. */
const placeOf = (point: SourcePoint | undefined, { source }: Contribution): Place =>
  point ? { file: point.file ?? source.file, line: point.line, path: point.path() } : { file: source.file };

type Resolve = (from: Contribution) => (ref: string) => string;

/** The statements by kind, their ids and references final; what refers to a number that nothing has refers to nothing. */
function shelve(
  union: readonly Union[],
  resolve: Resolve,
  lose: (issue: Issue) => void,
): PatientRecord['statements'] {
  const shelves = Object.fromEntries(kindNames.map((kind): [Kind, unknown[]] => [kind, []]));
  for (const { ref, kind, item, from, sources } of union) {
    const own: Record<string, unknown> = {};
    const final = resolve(from);
    for (const field in item) {
      const value = item[field];
      const said = typeof value === 'object' ? mapReferences(value, final) : value;
      if (isByNumber(said)) lose(unknownNumber(field, sources, from));
      else own[field] = said;
    }
    own['id'] = ref.slice(ref.indexOf('/') + 1);
    shelves[kind]?.push(own);
  }
  return shelves as unknown as PatientRecord['statements'];
}

function unknownNumber(field: string, sources: readonly FieldSource[], from: Contribution): Issue {
  const [point] = sources.flatMap(({ fields }) => fields[field] ?? []);
  return { code: 'encounter-unknown', place: placeOf(point, from) };
}

interface Account {
  readonly refs: Refs;
  readonly resolve: Resolve;
  readonly union: readonly Union[];
}

const rank: readonly LedgerState[] = ['converted', 'superseded', 'merged'];

/** The entries' lines with final references, and what became of an entry whose statements went into others. */
function entryLines(contributions: readonly Contribution[], { refs, resolve, union }: Account): LedgerLine[] {
  const others = new Map(union.flatMap(({ states }) => [...states]));
  return contributions.flatMap((from) => {
    const own = refs.get(from.source.sha256);
    const otherOf = (ref: string) => (others.size > 0 ? others.get(keyOf(from, ref)) : undefined);
    const stateOf = (ref: string) => otherOf(ref) ?? (own?.has(ref) ? 'converted' : undefined);
    return from.ledger.map((line) => {
      if (!line.into) return line;
      const states = line.into.map(stateOf);
      // A row that its reader has merged already stays merged.
      const state =
        line.state === 'converted' ? (rank.find((one) => states.includes(one)) ?? line.state) : line.state;
      return { ...line, state, into: unique(line.into.map(resolve(from))) };
    });
  });
}

const unique = (refs: readonly string[]): readonly string[] => (refs.length < 2 ? refs : [...new Set(refs)]);

/** Said once for each statement that had to be kept apart. */
function conflictIssue({ from, ref }: Candidate): Issue[] {
  const fields = from.trace.get(ref) ?? {};
  const [point] = fields['identifiers'] ?? Object.values(fields)[0] ?? [];
  return [{ code: 'id-content-differs', place: placeOf(point, from) }];
}
