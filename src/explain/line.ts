import type { SourceLiteral, Trial } from '../readers/index.ts';
import type { LedgerLine, SourcePoint } from '../record/index.ts';
import type { FhirOptions, Resource } from '../writers/fhir/index.ts';
import type { Chart } from './chart.ts';
import { spotOf } from './finding.ts';
import { isKept, type Leaves, leavesOf } from './leaves.ts';
import { type LocalResources, writeLocal } from './local.ts';
import { otherValue } from './other-value.ts';
import { kindOf, refAt } from './part.ts';

/** What comes from one line of a source. */
export interface LineExplanation {
  readonly file: string;
  readonly line: number;
  /** The elements that begin there, by their paths. */
  readonly elements: readonly string[];
  readonly gives: readonly Given[];
  /** The resources of the innermost statement, person or document that the line stands in. */
  readonly within: readonly string[];
  /** What the ledger says of the unit that the line stands in. */
  readonly ledger?: Pick<LedgerLine, 'unit' | 'state' | 'rule' | 'place'>;
}

/** What one literal of the line gives. */
interface Given {
  readonly path: string;
  readonly literal: string;
  readonly values: readonly { readonly address: string; readonly path: string; readonly value: string }[];
}

/** A line holds few literals; a document without line breaks holds all of them on one. */
const mostLiterals = 12;

/** Tells what comes from a line: each literal on it is changed, and what changes with it comes from there. */
export function explainLine(
  chart: Chart,
  { file, line }: { file: string; line: number },
  fhir: FhirOptions,
): LineExplanation | undefined {
  const trial = chart.trials.find(({ contribution }) => contribution.source.file === file);
  if (!trial) return undefined;
  const points = trial.onLine(line);
  const [first] = points;
  const before = writeLocal(trial.contribution, fhir);
  const gives = literalsOn(trial, points, line).map((literal) => ({
    ...withoutLine(spotOf(literal)),
    values: valuesOf({ chart, trial, before, fhir }, literal),
  }));
  const ledger = first && ledgerOf(trial, first);
  return {
    file,
    line,
    elements: points.map((point) => point.path()),
    gives,
    within: first ? within(chart, trial, first) : [],
    ...(ledger && { ledger }),
  };
}

const withoutLine = ({ path, literal = '' }: { path: string; literal?: string }) => ({ path, literal });

/** The literals of the elements on the line, by whatever begins there or goes on there. */
function literalsOn(trial: Trial, points: readonly SourcePoint[], line: number): SourceLiteral[] {
  const own = new Set(points);
  const all = points.flatMap((point) => trial.literals(point)).filter(({ at }) => own.has(at));
  const distinct = new Map(all.map((one) => [`${one.at.path()} ${one.name} ${one.text}`, one]));
  const there = [...distinct.values()].filter((literal) => literal.line === line);
  return (there.length > 0 ? there : [...distinct.values()]).slice(0, mostLiterals);
}

interface Work {
  readonly chart: Chart;
  readonly trial: Trial;
  readonly before: LocalResources;
  readonly fhir: FhirOptions;
}

function valuesOf({ chart, trial, before, fhir }: Work, literal: SourceLiteral): Given['values'] {
  const read = trial.reread([{ literal, to: otherValue(literal) }], 'all');
  const after = read && writeLocal(read, fhir);
  if (!after) return [];
  return [...before].flatMap(([ref, resources]) => {
    const places = trial.contribution.places?.().get(ref) ?? [];
    const now = places.map((place) => refAt(read, kindOf(ref), place)).find((one) => one !== undefined);
    const changed = now === undefined ? [] : (after.get(now) ?? []);
    return differences(resources, changed).map(({ type, nth, ...value }) => ({
      address: chart.addressOf(trial, ref).filter((one) => one.startsWith(`${type}/`))[nth] ?? type,
      ...value,
    }));
  });
}

const isMade = (path: string): boolean => /(^|\.)(id|reference)$/.test(path);

/** The values that are not the same any more; ids are made of values and change with them. */
function differences(before: readonly Resource[], after: readonly Resource[]) {
  return before.flatMap((resource, index) => {
    const type = resource.resourceType;
    const nth = before.slice(0, index).filter((one) => one.resourceType === type).length;
    const now = after.filter((one) => one.resourceType === type)[nth];
    if (!now) return [];
    const [was, is]: Leaves[] = [leavesOf(resource), leavesOf(now)];
    if (!was || !is) return [];
    return [...was]
      .filter(([path, value]) => !isMade(path) && is.get(path) !== value && !isKept(was, is, path))
      .map(([path, value]) => ({ type, nth, path, value }));
  });
}

/** The resources of the innermost part that holds a point. */
function within(chart: Chart, trial: Trial, point: SourcePoint): string[] {
  for (const holder of trial.holding(point)) {
    const refs = [...(trial.contribution.places?.() ?? [])].filter(([, places]) => places.includes(holder));
    const addresses = refs.flatMap(([ref]) => chart.addressOf(trial, ref));
    if (addresses.length > 0) return addresses.filter((address) => !address.startsWith('Provenance/'));
  }
  return [];
}

function ledgerOf(trial: Trial, point: SourcePoint): LineExplanation['ledger'] {
  for (const holder of trial.holding(point)) {
    const line = trial.contribution.ledger.find(({ place }) => place.path === holder.path());
    if (line)
      return { unit: line.unit, state: line.state, place: line.place, ...(line.rule && { rule: line.rule }) };
  }
  return undefined;
}
