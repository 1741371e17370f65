import type { Block } from '../../../document/index.ts';
import type { Problem, Risk } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { details, said, takeApart } from '../details.ts';
import { everyField } from '../every-field.ts';
import { group } from '../group.ts';
import { cell, main, type Row } from '../section-table.ts';
import { codesWords, conceptsWords, conceptWords } from '../values/concept.ts';
import { mainWords } from '../values/main-words.ts';
import { refsWords, refWords } from '../values/person.ts';
import { quantityWords } from '../values/quantity.ts';
import { timeKey, whenWords } from '../values/when.ts';

const over = new Set<Problem['clinicalStatus']>(['inactive', 'remission', 'resolved']);

type Group = 'inError' | 'refuted' | 'resolved' | 'concerns' | 'unstated' | 'active';

function groupOf({ verificationStatus, clinicalStatus, categories }: Problem): Group {
  if (verificationStatus === 'entered-in-error') return 'inError';
  if (verificationStatus === 'refuted') return 'refuted';
  if (over.has(clinicalStatus)) return 'resolved';
  if (categories?.length === 1 && categories[0] === 'health-concern') return 'concerns';
  // A heading must not say more than the source.
  return clinicalStatus === undefined ? 'unstated' : 'active';
}

/** Problems: what is there, of what nobody says whether it is, what is over, what is stated not to be. */
export function problems(context: Context): Block[] {
  const { record, words } = context;
  const { say, label } = words;
  const items = record.statements.problem.toSorted((a, b) => (timeKey(a.onset) < timeKey(b.onset) ? 1 : -1));
  const groups = Map.groupBy(items, groupOf);
  const columns = [
    { title: label.problem, share: 7 },
    { title: label.since, share: 2.2 },
    { title: label.until, share: 2.2 },
    { title: label.status, share: 2.6 },
  ];
  const of = (key: Group) =>
    group(
      { title: say[key], columns, rows: (groups.get(key) ?? []).map((one) => problemRow(one, context)) },
      context,
    );
  const risks = record.statements.risk.map((one) => riskRow(one, context));
  return [
    ...of('active'),
    ...of('unstated'),
    ...of('concerns'),
    ...of('resolved'),
    ...of('refuted'),
    ...of('inError'),
    ...group({ title: say.risks, columns, rows: risks }, context),
  ];
}

function problemRow(item: Problem, context: Context): Row {
  const { told, own } = takeApart(item);
  const { code, verificationStatus, ...more } = own;
  const { clinicalStatus, categories, type, severity, bodySites, onset, onsetAge, abatement, ...late } = more;
  const { asserted, recorded, recorder, encounter, evidence, ...rest } = late;
  everyField(rest);
  const { words } = context;
  const status = [
    clinicalStatus && words.status[clinicalStatus],
    verificationStatus && words.status[verificationStatus],
  ];
  return {
    cells: [
      main(mainWords(item, words) ?? words.absent.unknown),
      cell(whenWords(onset, words)),
      cell(whenWords(abatement, words)),
      cell(status.filter(Boolean).join(', ')),
    ],
    codes: codesWords(code),
    details: [
      ...details(context, [
        ['category', categories?.map((one) => words.problemCategory[one]).join(', ')],
        ['type', conceptWords(type, words)],
        ['severity', conceptWords(severity, words)],
        ['bodySite', conceptsWords(bodySites, words)],
        ['onsetAge', quantityWords(onsetAge, words)],
        ['asserted', whenWords(asserted, words)],
        ['recorded', whenWords(recorded, words)],
        ['recorder', refWords(recorder, context)],
        ['evidence', refsWords(evidence, context)],
      ]),
      ...said({ ...told, encounter }, context),
    ],
  };
}

function riskRow(item: Risk, context: Context): Row {
  const { told, own } = takeApart(item);
  const { status, code, since, outcomes, basis, ...rest } = own;
  everyField(rest);
  const { words } = context;
  return {
    cells: [
      main(conceptsWords(outcomes, words) ?? conceptWords(code, words)),
      cell(whenWords(since, words)),
      cell(),
      cell(words.status[status]),
    ],
    codes: code && codesWords(code),
    details: [
      ...details(context, [
        ['kind', conceptWords(code, words)],
        ['basis', refsWords(basis, context)],
      ]),
      ...said(told, context),
    ],
  };
}
