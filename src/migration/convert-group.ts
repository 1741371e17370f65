import { assemble } from '../assemble/index.ts';
import type { Issue } from '../issue/index.ts';
import type { ReadOptions } from '../readers/index.ts';
import type { IdMaker, LedgerLine, PatientRecord } from '../record/index.ts';
import { internalError } from './internal-error.ts';
import { type RunOptions, standsAlone } from './options.ts';
import type { Group } from './plan.ts';
import type { Printer } from './printing.ts';
import { type LostDocument, quarantineLines, type ReadDocument, readGroup } from './read-group.ts';
import { type Rendered, renderRecord } from './render.ts';

/** What became of one group: nothing of it is written yet. */
export interface ConvertedGroup {
  readonly record?: PatientRecord;
  readonly rendered?: Rendered;
  readonly documents: readonly ReadDocument[];
  readonly ledger: readonly LedgerLine[];
  readonly issues: readonly Issue[];
}

interface Whole {
  readonly record: PatientRecord;
  readonly rendered: Rendered;
  readonly ledger: readonly LedgerLine[];
  readonly issues: readonly Issue[];
}

/** Converts the documents of one patient; what fails on a document costs that document. */
export function convertGroup(
  group: Group,
  options: RunOptions,
  { printer, ...reading }: ReadOptions & { readonly printer?: Printer | undefined },
): ConvertedGroup {
  const make = standsAlone(options) ? scoped(reading.make, group.id) : reading.make;
  const { read, lost } = readGroup(group, { ...reading, make });
  const attempt = makeWhole(read, { group, options, make, printer });
  const allLost = [...lost, ...attempt.lost];
  return {
    ...(attempt.whole ? { record: attempt.whole.record, rendered: attempt.whole.rendered } : {}),
    documents: attempt.documents,
    ledger: [...(attempt.whole?.ledger ?? []), ...allLost.flatMap(quarantineLines)],
    issues: [...(attempt.whole?.issues ?? []), ...allLost.flatMap(({ issues }) => issues)],
  };
}

/** Ids of a document that stands alone: a patient of two documents is written twice, so no id may be shared. */
export const scoped =
  (make: IdMaker, document: string): IdMaker =>
  (...parts) =>
    make('document', document, ...parts);

interface Work {
  readonly group: Group;
  readonly options: RunOptions;
  readonly make: IdMaker;
  readonly printer: Printer | undefined;
}

interface Attempt {
  readonly whole?: Whole;
  readonly documents: readonly ReadDocument[];
  readonly lost: readonly LostDocument[];
}

/** One record of all documents; where that fails, of those that do not fail alone. */
function makeWhole(documents: readonly ReadDocument[], work: Work): Attempt {
  if (documents.length === 0) return { documents, lost: [] };
  const whole = attemptWhole(documents, work);
  if (!('error' in whole)) return { whole, documents, lost: [] };
  const faults = documents.map((document) => ({ document, result: attemptWhole([document], work) }));
  const sound = faults.filter(({ result }) => !('error' in result)).map(({ document }) => document);
  // Each is sound alone and they fail together: nothing tells which one it is.
  const suspects =
    sound.length === documents.length ? documents : documents.filter((one) => !sound.includes(one));
  const lost = suspects.map(({ file }) => lostTo(file, whole.error));
  const rest = makeWhole(sound.length === documents.length ? [] : sound, work);
  return { ...rest, lost: [...lost, ...rest.lost] };
}

function attemptWhole(
  documents: readonly ReadDocument[],
  { group, options, make, printer }: Work,
): Whole | { error: unknown } {
  try {
    const contributions = documents.map(({ contribution }) => contribution);
    const { record, ledger, issues } = assemble(contributions, { make });
    const rendered = renderRecord(record, { id: group.id, options, make, documents, printer });
    return { record, rendered, ledger, issues: [...issues, ...rendered.issues] };
  } catch (error) {
    return { error };
  }
}

const lostTo = (file: ReadDocument['file'], error: unknown): LostDocument => ({
  file,
  rule: 'internal-error',
  issues: [internalError(file.name, error)],
});
