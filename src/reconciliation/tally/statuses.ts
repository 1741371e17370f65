import type { Contribution, Kind, SourcePoint } from '../../record/index.ts';
import { NO_CURRENT_PROBLEMS, noKnownAllergyConceptOf } from '../../terminology/index.ts';
import { keyOf } from './counts.ts';
import type { TalliedResource } from './group.ts';
import { wordAt } from './source-words.ts';
import type { Counter } from './tally.ts';
import type { WrittenStatement } from './written-statements.ts';

/** The kinds whose status a reader looks at, and the fields that it is read from. */
const fields: Partial<Record<Kind, readonly string[]>> = {
  allergy: ['clinicalStatus', 'verificationStatus'],
  problem: ['clinicalStatus', 'verificationStatus'],
  medication: ['status', 'doNotPerform'],
  immunization: ['status'],
  encounter: ['status'],
  procedure: ['status'],
  observation: ['status'],
};

/** For each statement the source's own word of its status beside the one that was written. */
export function countStatuses(statements: readonly WrittenStatement[], book: Counter): void {
  const places = placesOf();
  const seen = new Set<string>();
  for (const { kind, first, resource } of statements) {
    const own = fields[kind as Kind];
    if (!own) continue;
    const word = sourceStatus(first.from, { ref: first.ref, own, places });
    book.count('statuses', keyOf(kind, word, writtenStatus(resource)));
    seen.add(keyOf(kind, word));
  }
  for (const key of seen) book.count('statusCharts', key);
}

type Places = (from: Contribution) => ReadonlyMap<string, readonly SourcePoint[]>;

/** The places of each contribution, looked up once. */
function placesOf(): Places {
  const known = new Map<Contribution, ReadonlyMap<string, readonly SourcePoint[]>>();
  return (from) => {
    const found = known.get(from) ?? from.places?.() ?? new Map();
    known.set(from, found);
    return found;
  };
}

interface Asked {
  readonly ref: string;
  readonly own: readonly string[];
  readonly places: Places;
}

function sourceStatus(from: Contribution, { ref, own, places }: Asked): string {
  const trace = from.trace.get(ref) ?? {};
  const words = own.flatMap((field) => (trace[field] ?? []).flatMap((point) => wordAt(point) ?? []));
  const [place] = places(from).get(ref) ?? [];
  const negated = place?.attributes?.['negationInd'] === 'true' ? ['negated'] : [];
  return [...negated, ...new Set(words)].join(' + ') || 'not stated';
}

interface Coded {
  readonly coding?: readonly { readonly code?: string }[];
}

/** The status of a resource in FHIR's words; a verification other than confirmed is told, as it turns the meaning. */
function writtenStatus(resource: TalliedResource): string {
  const { code, status, clinicalStatus, verificationStatus, doNotPerform } = resource as {
    code?: Coded;
    status?: string;
    clinicalStatus?: Coded;
    verificationStatus?: Coded;
    doNotPerform?: boolean;
  };
  const verification = codeOf(verificationStatus);
  const parts = [
    doNotPerform ? 'do not perform' : undefined,
    // A negation that became a statement of its own: its status is that of the statement.
    isNone(codeOf(code) ?? '') ? 'none known' : undefined,
    status ?? codeOf(clinicalStatus),
    verification === 'confirmed' ? undefined : verification,
  ];
  return parts.filter(Boolean).join(' + ') || 'none';
}

/** Whether a code says that there is no allergy, or no problem. */
const isNone = (code: string): boolean =>
  noKnownAllergyConceptOf(code) !== undefined || code === NO_CURRENT_PROBLEMS;

const codeOf = (concept: Coded | undefined): string | undefined => concept?.coding?.[0]?.code;
