import { type Assembled, assemble } from '../assemble/index.ts';
import type { Issue } from '../issue/index.ts';
import type { ReadOptions } from '../readers/index.ts';
import type { IdMaker, LedgerLine, PatientRecord } from '../record/index.ts';
import { ChangedFile } from './changed-file.ts';
import { type RunOptions, standsAlone } from './options.ts';
import type { Group } from './plan.ts';
import type { Printer } from './printing.ts';
import {
  type LostPart,
  lostTo,
  quarantineLines,
  type ReadDocument,
  type ReadPart,
  type ReadRows,
  readGroup,
} from './read-group.ts';
import { type Rendered, renderRecord } from './render.ts';
import type { SetAside } from './tables/index.ts';

/** What became of one group: nothing of it is written yet. */
export interface ConvertedGroup {
  readonly record?: PatientRecord;
  readonly rendered?: Rendered;
  /** What each statement of the record was made of. */
  readonly origins?: Assembled['origins'];
  readonly documents: readonly ReadDocument[];
  readonly rows: readonly ReadRows[];
  /** Whether something could not be read now that the next start may find readable. */
  readonly isPassing: boolean;
  /** Rows that were set aside as nothing could be made of them. */
  readonly aside: readonly SetAside[];
  readonly ledger: readonly LedgerLine[];
  readonly issues: readonly Issue[];
}

interface Whole {
  readonly record: PatientRecord;
  readonly rendered: Rendered;
  readonly origins: Assembled['origins'];
  readonly ledger: readonly LedgerLine[];
  readonly issues: readonly Issue[];
}

/** Converts the documents and rows of one patient; what fails on one of them costs that one. */
export function convertGroup(
  group: Group,
  options: RunOptions,
  { printer, ...reading }: ReadOptions & { readonly printer?: Printer | undefined },
): ConvertedGroup {
  const isAlone = standsAlone(options);
  const make = isAlone ? scoped(reading.make, group.id) : reading.make;
  const id = isAlone ? make('patient', group.id) : group.id;
  const patient = options.per === 'document' ? undefined : id;
  const parts = readGroup(group, { options: { ...reading, make }, patient: id });
  const attempt = makeWhole(parts.read, { group, options, make, patient, printer });
  const lost = [...parts.lost, ...attempt.lost];
  const rows = attempt.parts.filter((part) => 'converted' in part);
  return {
    ...(attempt.whole ? madeOf(attempt.whole) : {}),
    documents: attempt.parts.filter((part) => 'bytes' in part),
    rows,
    isPassing: lost.some(({ isPassing }) => isPassing === true),
    aside: [...rows.flatMap(asideIn), ...lost.flatMap(asideOf)],
    ledger: [...(attempt.whole?.ledger ?? []), ...lost.flatMap(quarantineLines)],
    issues: [...(attempt.whole?.issues ?? []), ...lost.flatMap(({ issues }) => issues)],
  };
}

const madeOf = ({ record, rendered, origins }: Whole) => ({ record, rendered, origins });

/** Ids of a document that stands alone: a patient of two documents is written twice, so no id may be shared. */
export const scoped =
  (make: IdMaker, document: string): IdMaker =>
  (...parts) =>
    make('document', document, ...parts);

/** The rows that their conversion set aside: one that went into something else is not among them. */
function asideIn({ converted: { quarantined, contribution } }: ReadRows): SetAside[] {
  const told = contribution.ledger.filter(({ state }) => state === 'quarantined');
  const places = new Set(told.map(({ place }) => `${place.line} ${place.file}`));
  return quarantined
    .filter(({ row }) => places.delete(`${row.line} ${row.layout.file}`))
    .map(({ row, rule, reason }) => ({ ...row, rule, reason }));
}

const asideOf = (lost: LostPart): SetAside[] =>
  'of' in lost
    ? lost.of.rows.map((row) => ({ ...row, rule: lost.rule, reason: 'the program failed on its patient' }))
    : [];

interface Work {
  readonly group: Group;
  readonly options: RunOptions;
  readonly make: IdMaker;
  readonly patient: string | undefined;
  readonly printer: Printer | undefined;
}

interface Attempt {
  readonly whole?: Whole;
  readonly parts: readonly ReadPart[];
  readonly lost: readonly LostPart[];
}

/** One record of all parts; where that fails, of those that do not fail alone. */
function makeWhole(parts: readonly ReadPart[], work: Work): Attempt {
  if (parts.length === 0) return { parts, lost: [] };
  const whole = attemptWhole(parts, work);
  if (!('error' in whole)) return { whole, parts, lost: [] };
  const faults = parts.map((part) => ({ part, result: attemptWhole([part], work) }));
  const sound = faults.filter(({ result }) => !('error' in result)).map(({ part }) => part);
  // Each is sound alone and they fail together: nothing tells which one it is.
  const suspects = sound.length === parts.length ? parts : parts.filter((one) => !sound.includes(one));
  const lost = suspects.map((part) => lostTo(part, whole.error));
  const rest = makeWhole(sound.length === parts.length ? [] : sound, work);
  return { ...rest, lost: [...lost, ...rest.lost] };
}

function attemptWhole(
  parts: readonly ReadPart[],
  { group, options, make, patient, printer }: Work,
): Whole | { error: unknown } {
  try {
    const contributions = parts.map(({ contribution }) => contribution);
    const { record, ledger, issues, origins } = assemble(contributions, { make, patient });
    const rendered = renderRecord(record, { id: group.id, options, make, parts, printer });
    return { record, rendered, origins, ledger, issues: [...issues, ...rendered.issues] };
  } catch (error) {
    if (error instanceof ChangedFile) throw error;
    return { error };
  }
}
