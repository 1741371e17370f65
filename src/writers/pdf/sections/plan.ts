import type { Block } from '../../../document/index.ts';
import type { DeviceRequest, Order, Reference, SupplyRequest } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { details, said, takeApart } from '../details.ts';
import { everyField } from '../every-field.ts';
import { alert, cell, type Row, sectionTable, term } from '../section-table.ts';
import { codesWords, conceptsWords, conceptWords } from '../values/concept.ts';
import { participationsWords, refsWords, refWords } from '../values/person.ts';
import { quantityWords } from '../values/quantity.ts';
import { periodWords, whenWords } from '../values/when.ts';
import { carePlans } from './care-plans.ts';

/** What is planned, ordered or proposed. */
export function plan(context: Context): Block[] {
  const { label } = context.words;
  const { order, deviceRequest, supplyRequest } = context.record.statements;
  const columns = [
    { title: label.order, share: 7 },
    { title: label.date, share: 3 },
    { title: label.intent, share: 1.8 },
    { title: label.status, share: 2 },
  ];
  const rows = [
    ...order.map((one) => orderRow(one, context)),
    ...deviceRequest.map(({ device, encounter, ...one }) => requestRow(one, context, { device, encounter })),
    ...supplyRequest.map((one) => requestRow(one, context, {})),
  ];
  return [...sectionTable(columns, rows, context), ...carePlans(context)];
}

function orderRow(item: Order, context: Context): Row {
  const { told, own } = takeApart(item);
  const { status, intent, doNotPerform, ...more } = own;
  const { priority, categories, code, occurrence, occurrencePeriod, authored, requester, ...late } = more;
  const { performers, locations, reasons, reasonReferences, bodySites, methods, instructions, ...last } =
    late;
  const { details: how, insurances, encounter, ...rest } = last;
  everyField(rest);
  const { words } = context;
  const name = conceptWords(code, words) ?? words.absent.unknown;
  return {
    cells: [
      cell(doNotPerform ? [alert(`${words.say.doNot} `), term(name)] : [term(name)]),
      cell(whenWords(occurrence, words), periodWords(occurrencePeriod, words)),
      cell(words.intent[intent]),
      cell(words.status[status]),
    ],
    codes: code && codesWords(code),
    details: [
      ...details(context, [
        ['priority', priority && words.priority[priority]],
        ['category', conceptsWords(categories, words)],
        ['reason', conceptsWords(reasons, words)],
        ['reason', refsWords(reasonReferences, context)],
        ['bodySite', conceptsWords(bodySites, words)],
        ['method', conceptsWords(methods, words)],
        ['instruction', conceptsWords(instructions, words)],
        ['detail', conceptsWords(how, words)],
        ['recorded', whenWords(authored, words)],
        ['requester', refWords(requester, context)],
        ['performer', participationsWords(performers, context)],
        ['location', refsWords(locations, context)],
        ['payment', refsWords(insurances, context)],
      ]),
      ...said({ ...told, encounter }, context),
    ],
  };
}

interface Beside {
  readonly device?: Reference | undefined;
  readonly encounter?: Reference | undefined;
}

function requestRow(
  item: SupplyRequest | Omit<DeviceRequest, 'device' | 'encounter'>,
  context: Context,
  { device, encounter }: Beside,
): Row {
  const { told, own } = takeApart(item);
  const { status, intent, priority, ...more } = own;
  const { item: what, quantity, repeats, occurrence, occurrencePeriod, authored, requester, ...late } = more;
  const { performers, reasons, reasonReferences, instructions, insurances, ...rest } = late;
  everyField(rest);
  const { words } = context;
  return {
    cells: [
      cell([term(conceptWords(what, words) ?? '')]),
      cell(whenWords(occurrence, words), periodWords(occurrencePeriod, words)),
      cell(words.intent[intent]),
      cell(words.status[status]),
    ],
    codes: codesWords(what),
    details: [
      ...details(context, [
        ['quantity', quantityWords(quantity, words)],
        ['repeats', repeats?.toString()],
        ['priority', priority && words.priority[priority]],
        ['device', refWords(device, context)],
        ['reason', conceptsWords(reasons, words)],
        ['reason', refsWords(reasonReferences, context)],
        ['instruction', conceptsWords(instructions, words)],
        ['recorded', whenWords(authored, words)],
        ['requester', refWords(requester, context)],
        ['performer', participationsWords(performers, context)],
        ['payment', refsWords(insurances, context)],
      ]),
      ...said({ ...told, encounter }, context),
    ],
  };
}
