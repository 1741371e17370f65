import type { Block } from '../../../document/index.ts';
import type { Procedure } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { type Detail, details, said, takeApart } from '../details.ts';
import { everyField } from '../every-field.ts';
import { cell, main, type Row, sectionTable } from '../section-table.ts';
import { codesWords, conceptsWords, conceptWords } from '../values/concept.ts';
import { participationsWords, refsWords, refWords } from '../values/person.ts';
import { periodWords, timeKey, whenWords } from '../values/when.ts';

const keyOf = ({ performed, performedPeriod }: Procedure): string =>
  timeKey(performed) || timeKey(performedPeriod?.start);

/** Procedures, the latest first. */
export function procedures(context: Context): Block[] {
  const { label } = context.words;
  const columns = [
    { title: label.procedure, share: 7 },
    { title: label.date, share: 3 },
    { title: label.status, share: 2 },
  ];
  const items = context.record.statements.procedure.toSorted((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
  return sectionTable(
    columns,
    items.map((one) => row(one, context)),
    context,
  );
}

function row(item: Procedure, context: Context): Row {
  const { told, own } = takeApart(item);
  const { status, code, performed, performedPeriod, encounter, ...more } = own;
  const { words } = context;
  return {
    cells: [
      main(conceptWords(code, words) ?? words.absent.unknown),
      cell(whenWords(performed, words), periodWords(performedPeriod, words)),
      cell(words.status[status]),
    ],
    codes: code && codesWords(code),
    details: [...besideDetails(more, context), ...said({ ...told, encounter }, context)],
  };
}

type Beside = Omit<
  Procedure,
  | 'id'
  | 'identifiers'
  | 'text'
  | 'authors'
  | 'informants'
  | 'labels'
  | 'notes'
  | 'status'
  | 'code'
  | 'performed'
  | 'performedPeriod'
  | 'encounter'
>;

/** How and why it was done, by whom, and what came of it. */
function besideDetails(beside: Beside, context: Context): Detail[] {
  const { statusReason, recorder, performers, locations, reasons, reasonReferences, ...more } = beside;
  const { bodySites, approachSites, methods, priority, outcome, complications, ...late } = more;
  const { instructions, devices, specimens, ...rest } = late;
  everyField(rest);
  const { words } = context;
  return details(context, [
    ['statusReason', conceptWords(statusReason, words)],
    ['bodySite', conceptsWords(bodySites, words)],
    ['approachSite', conceptsWords(approachSites, words)],
    ['method', conceptsWords(methods, words)],
    ['priority', conceptWords(priority, words)],
    ['reason', conceptsWords(reasons, words)],
    ['reason', refsWords(reasonReferences, context)],
    ['outcome', conceptWords(outcome, words)],
    ['complication', conceptsWords(complications, words)],
    ['device', refsWords(devices, context)],
    ['specimen', conceptsWords(specimens, words)],
    ['instruction', conceptsWords(instructions, words)],
    ['performer', participationsWords(performers, context)],
    ['location', refsWords(locations, context)],
    ['recorder', refWords(recorder, context)],
  ]);
}
