import type { Block } from '../../../document/index.ts';
import type { Goal, GoalTarget } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { details, said, takeApart } from '../details.ts';
import { everyField } from '../every-field.ts';
import { cell, main, type Row, sectionTable } from '../section-table.ts';
import { codesWords, conceptWords } from '../values/concept.ts';
import { valueWords } from '../values/observed.ts';
import { refsWords, refWords } from '../values/person.ts';
import { whenWords } from '../values/when.ts';

/** What is to be reached. */
export function goals(context: Context): Block[] {
  const { label } = context.words;
  const columns = [
    { title: label.goal, share: 6 },
    { title: label.target, share: 4 },
    { title: label.start, share: 2 },
    { title: label.status, share: 2 },
  ];
  return sectionTable(
    columns,
    context.record.statements.goal.map((one) => row(one, context)),
    context,
  );
}

function row(item: Goal, context: Context): Row {
  const { told, own } = takeApart(item);
  const { lifecycleStatus, achievement, ...more } = own;
  const { priority, description, start, targets, expressedBy, addresses, outcomes, ...rest } = more;
  everyField(rest);
  const { words } = context;
  return {
    cells: [
      main(conceptWords(description, words) ?? words.absent.unknown),
      cell(...(targets ?? []).map((one) => targetWords(one, context))),
      cell(whenWords(start, words)),
      cell(words.status[lifecycleStatus]),
    ],
    codes: codesWords(description),
    details: [
      ...details(context, [
        ['achievement', conceptWords(achievement, words)],
        ['priority', conceptWords(priority, words)],
        ['expressedBy', refWords(expressedBy, context)],
        ['addresses', refsWords(addresses, context)],
        ['outcome', refsWords(outcomes, context)],
      ]),
      ...said(told, context),
    ],
  };
}

function targetWords({ measure, detail, due, ...rest }: GoalTarget, { words }: Context): string {
  everyField(rest);
  const end = whenWords(due, words);
  const what = [conceptWords(measure, words), valueWords(detail, words)].filter(Boolean).join(': ');
  return [what, end && `${words.label.due} ${end}`].filter(Boolean).join(', ');
}
