import type { Block } from '../../../document/index.ts';
import type { Encounter } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { details, said, takeApart } from '../details.ts';
import { everyField } from '../every-field.ts';
import { cell, main, type Row, sectionTable } from '../section-table.ts';
import { codesWords, conceptsWords, conceptWords } from '../values/concept.ts';
import { participationsWords, refsWords, refWords } from '../values/person.ts';
import { periodWords, timeKey } from '../values/when.ts';

/** Encounters, the latest first. */
export function encounters(context: Context): Block[] {
  const { label } = context.words;
  const columns = [
    { title: label.encounter, share: 7 },
    { title: label.date, share: 3.4 },
    { title: label.status, share: 2 },
  ];
  const key = ({ period }: Encounter) => timeKey(period?.start) || timeKey(period?.end);
  const items = context.record.statements.encounter.toSorted((a, b) => (key(a) < key(b) ? 1 : -1));
  return sectionTable(
    columns,
    items.map((one) => row(one, context)),
    context,
  );
}

function row(item: Encounter, context: Context): Row {
  const { told, own } = takeApart(item);
  const { status, class: kind, types, ...more } = own;
  const {
    period,
    participants,
    reasons,
    reasonReferences,
    diagnoses,
    locations,
    dischargeDisposition,
    ...late
  } = more;
  const { destination, serviceProvider, ...rest } = late;
  everyField(rest);
  const { words } = context;
  return {
    cells: [
      main(conceptsWords(types, words) ?? conceptWords(kind, words) ?? words.label.encounter),
      cell(periodWords(period, words)),
      cell(words.status[status]),
    ],
    codes: types?.map(codesWords).filter(Boolean).join(' · '),
    details: [
      ...details(context, [
        ['className', conceptWords(kind, words)],
        ['reason', conceptsWords(reasons, words)],
        ['reason', refsWords(reasonReferences, context)],
        ['diagnosis', diagnosesWords(diagnoses, context)],
        ['participant', participationsWords(participants, context)],
        ['location', placesWords(locations, context)],
        ['discharge', conceptWords(dischargeDisposition, words)],
        ['destination', refWords(destination, context)],
        ['provider', refWords(serviceProvider, context)],
      ]),
      ...said(told, context),
    ],
  };
}

const diagnosesWords = (diagnoses: Encounter['diagnoses'], context: Context): string | undefined =>
  diagnoses
    ?.map(({ problem, use, rank, ...rest }) => {
      everyField(rest);
      const { words } = context;
      const place = rank === undefined ? undefined : `${words.label.rank} ${rank}`;
      const [name, as] = [refWords(problem, context), [conceptWords(use, words), place].filter(Boolean)];
      return as.length > 0 ? `${name ?? ''} (${as.join(', ')})` : name;
    })
    .filter(Boolean)
    .join('; ') || undefined;

const placesWords = (locations: Encounter['locations'], context: Context): string | undefined =>
  locations
    ?.map(({ location, period, ...rest }) => {
      everyField(rest);
      const [name, when] = [refWords(location, context), periodWords(period, context.words)];
      return when ? `${name ?? ''} (${when})` : name;
    })
    .filter(Boolean)
    .join('; ') || undefined;
