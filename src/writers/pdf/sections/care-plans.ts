import type { Block } from '../../../document/index.ts';
import type { CarePlan } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { details, said, takeApart } from '../details.ts';
import { everyField } from '../every-field.ts';
import { group } from '../group.ts';
import { cell, type Row, term } from '../section-table.ts';
import { conceptsWords, conceptWords } from '../values/concept.ts';
import { refsWords } from '../values/person.ts';
import { periodWords, whenWords } from '../values/when.ts';

/** Plans as a whole: what is to be done over some time, and why. */
export function carePlans(context: Context): Block[] {
  const { label, say } = context.words;
  const columns = [
    { title: label.carePlan, share: 4.5 },
    { title: label.activities, share: 4.5 },
    { title: label.date, share: 3 },
    { title: label.intent, share: 1.8 },
    { title: label.status, share: 2 },
  ];
  const rows = context.record.statements.carePlan.map((one) => row(one, context));
  return group({ title: say.carePlans, columns, rows }, context);
}

function row(item: CarePlan, context: Context): Row {
  const { told, own } = takeApart(item);
  const { status, intent, categories, title, description, period, created, ...more } = own;
  const { encounter, careTeams, addresses, reasons, goals, activities, ...rest } = more;
  everyField(rest);
  const { words } = context;
  const kind = conceptsWords(categories, words);
  return {
    cells: [
      cell([term(title ?? kind ?? words.label.carePlan)], description),
      cell(...(activities ?? []).map((one) => conceptWords(one, words))),
      cell(periodWords(period, words)),
      cell(words.intent[intent]),
      cell(words.status[status]),
    ],
    details: [
      ...details(context, [
        ['category', title === undefined ? undefined : kind],
        ['addresses', refsWords(addresses, context)],
        ['reason', conceptsWords(reasons, words)],
        ['goal', refsWords(goals, context)],
        ['team', refsWords(careTeams, context)],
        ['recorded', whenWords(created, words)],
      ]),
      ...said({ ...told, encounter }, context),
    ],
  };
}
