import type { Block } from '../../../document/index.ts';
import type { FamilyCondition, FamilyMember } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { details, noteWords, said, takeApart } from '../details.ts';
import { everyField } from '../every-field.ts';
import { cell, main, type Row, sectionTable } from '../section-table.ts';
import { codesWords, conceptWords } from '../values/concept.ts';
import { identifierWords } from '../values/person.ts';
import { quantityWords } from '../values/quantity.ts';
import { whenWords } from '../values/when.ts';

/** What is known of relatives. */
export function family(context: Context): Block[] {
  const { label } = context.words;
  const columns = [
    { title: label.relative, share: 4 },
    { title: label.conditions, share: 7 },
    { title: label.status, share: 2 },
  ];
  return sectionTable(
    columns,
    context.record.statements.familyMember.map((one) => row(one, context)),
    context,
  );
}

function row(item: FamilyMember, context: Context): Row {
  const { told, own } = takeApart(item);
  const { status, relationship, ...more } = own;
  const { personIdentifiers, name, sex, born, deceased, died, recorded, conditions, ...rest } = more;
  everyField(rest);
  const { words } = context;
  const who = [conceptWords(relationship, words), name].filter(Boolean).join(', ');
  return {
    cells: [
      main(who),
      cell(...(conditions ?? []).map((one) => conditionWords(one, context))),
      cell(words.status[status]),
    ],
    details: [
      ...details(context, [
        ['sex', sex && words.gender[sex]],
        ['born', whenWords(born, words)],
        ['died', whenWords(died, words)],
        ['dead', deceased === undefined ? undefined : deceased ? words.yes : words.no],
        ['identifiers', personIdentifiers?.map((one) => identifierWords(one, context)).join(', ')],
        ['recorded', whenWords(recorded, words)],
      ]),
      ...said(told, context),
    ],
  };
}

function conditionWords(condition: FamilyCondition, context: Context): string {
  const { code, onset, onsetAge, abatement, contributedToDeath, notes, ...rest } = condition;
  everyField(rest);
  const { words } = context;
  const { label } = words;
  const age = quantityWords(onsetAge, words);
  const end = whenWords(abatement, words);
  const remarks = [
    codesWords(code),
    whenWords(onset, words),
    age && `${label.onsetAge} ${age}`,
    end && `${label.abatement} ${end}`,
    contributedToDeath && label.diedOf,
    ...(notes ?? []).map((one) => noteWords(one, context)),
  ];
  const said = remarks.filter(Boolean).join(', ');
  return `${conceptWords(code, words) ?? ''}${said ? ` (${said})` : ''}`;
}
