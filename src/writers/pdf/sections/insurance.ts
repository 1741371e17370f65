import type { Block } from '../../../document/index.ts';
import type { Account, Coverage, CoverageClass } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { details, said, takeApart } from '../details.ts';
import { everyField } from '../every-field.ts';
import { cell, main, type Row, sectionTable } from '../section-table.ts';
import { codesWords, conceptWords } from '../values/concept.ts';
import { identifierWords, participationsWords, refsWords, refWords } from '../values/person.ts';
import { periodWords } from '../values/when.ts';

/** Who pays. */
export function insurance(context: Context): Block[] {
  const { label } = context.words;
  const { coverage, account } = context.record.statements;
  const columns = [
    { title: label.insurance, share: 5 },
    { title: label.memberId, share: 3 },
    { title: label.period, share: 3 },
    { title: label.status, share: 2 },
  ];
  const rows = [
    ...coverage.map((one) => coverageRow(one, context)),
    ...account.map((one) => accountRow(one, context)),
  ];
  return sectionTable(columns, rows, context);
}

function coverageRow(item: Coverage, context: Context): Row {
  const { told, own } = takeApart(item);
  const { status, type, subscriber, ...more } = own;
  const { subscriberIds, memberIds, relationship, period, payors, classes, order, ...rest } = more;
  everyField(rest);
  const { words } = context;
  const numbers = (list: Coverage['memberIds']) =>
    list?.map((one) => identifierWords(one, context)).join(', ');
  return {
    cells: [
      main(refsWords(payors, context) ?? conceptWords(type, words)),
      cell(numbers(memberIds)),
      cell(periodWords(period, words)),
      cell(words.status[status]),
    ],
    codes: type && codesWords(type),
    details: [
      ...details(context, [
        ['type', conceptWords(type, words)],
        ['subscriber', refWords(subscriber, context)],
        ['subscriberId', numbers(subscriberIds)],
        ['relationship', conceptWords(relationship, words)],
        ['className', classes?.map((one) => classWords(one, context)).join('; ')],
        ['order2', order?.toString()],
      ]),
      ...said(told, context),
    ],
  };
}

function classWords({ kind, value, name, ...rest }: CoverageClass, { words }: Context): string {
  everyField(rest);
  return [words.coverageClass[kind], name, value].filter(Boolean).join(' ');
}

function accountRow(item: Account, context: Context): Row {
  const { told, own } = takeApart(item);
  const { status, guarantors, coverage, ...rest } = own;
  everyField(rest);
  const { words } = context;
  return {
    cells: [
      main([words.label.guarantor, participationsWords(guarantors, context)].filter(Boolean).join(': ')),
      cell(),
      cell(),
      cell(words.status[status]),
    ],
    details: [...details(context, [['coverage', refWords(coverage, context)]]), ...said(told, context)],
  };
}
