import type { Block } from '../../../document/index.ts';
import type { Immunization } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { details, said, takeApart } from '../details.ts';
import { everyField } from '../every-field.ts';
import { alert, cell, main, type Row, sectionTable } from '../section-table.ts';
import { codesWords, conceptsWords, conceptWords } from '../values/concept.ts';
import { participationsWords, refsWords, refWords } from '../values/person.ts';
import { doseWords } from '../values/quantity.ts';
import { timeKey, whenWords } from '../values/when.ts';

/** Immunizations, the latest first. */
export function immunizations(context: Context): Block[] {
  const { label } = context.words;
  const columns = [
    { title: label.vaccine, share: 6 },
    { title: label.date, share: 2.4 },
    { title: label.dose, share: 2 },
    { title: label.status, share: 2.4 },
  ];
  const items = context.record.statements.immunization.toSorted((a, b) =>
    timeKey(a.occurrence) < timeKey(b.occurrence) ? 1 : -1,
  );
  return sectionTable(
    columns,
    items.map((one) => row(one, context)),
    context,
  );
}

function row(item: Immunization, context: Context): Row {
  const { told, own } = takeApart(item);
  const { status, statusReason, code, ...more } = own;
  const { occurrence, recorded, origin, manufacturer, lotNumber, expiration, site, route, dose, ...late } =
    more;
  const { doseNumber, performers, encounter, reasons, reasonReferences, reactions, instructions, ...rest } =
    late;
  everyField(rest);
  const { words } = context;
  return {
    cells: [
      main(conceptWords(code, words) ?? words.absent.unknown),
      cell(whenWords(occurrence, words)),
      cell(doseWords(dose, words)),
      cell(status === 'completed' ? words.status.completed : [alert(words.status[status])]),
    ],
    codes: codesWords(code),
    details: [
      ...details(context, [
        ['statusReason', conceptWords(statusReason, words)],
        ['doseNumber', doseNumber?.toString()],
        ['lot', lotNumber],
        ['expires', whenWords(expiration, words)],
        ['manufacturer', refWords(manufacturer, context)],
        ['site', conceptWords(site, words)],
        ['route', conceptWords(route, words)],
        ['origin', conceptWords(origin, words)],
        ['performer', participationsWords(performers, context)],
        ['reason', conceptsWords(reasons, words)],
        ['reason', refsWords(reasonReferences, context)],
        ['reaction', refsWords(reactions, context)],
        ['instruction', conceptsWords(instructions, words)],
        ['recorded', whenWords(recorded, words)],
      ]),
      ...said({ ...told, encounter }, context),
    ],
  };
}
