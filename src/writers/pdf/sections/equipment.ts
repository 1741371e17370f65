import type { Block } from '../../../document/index.ts';
import type { DeviceUse, ProductInstance, SupplyDelivery } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { details, said, takeApart } from '../details.ts';
import { everyField } from '../every-field.ts';
import { cell, main, type Row, sectionTable } from '../section-table.ts';
import { codesWords, conceptsWords, conceptWords } from '../values/concept.ts';
import { refsWords, refWords } from '../values/person.ts';
import { quantityWords } from '../values/quantity.ts';
import { periodWords, whenWords } from '../values/when.ts';

const columnsOf = ({ words: { label } }: Context) => [
  { title: label.item, share: 7 },
  { title: label.date, share: 3 },
  { title: label.status, share: 2 },
];

/** Implants and other pieces that are told one from another, and their use. */
export function devices(context: Context): Block[] {
  const { productInstance, deviceUse } = context.record.statements;
  const rows = [
    ...deviceUse.map((one) => useRow(one, context)),
    ...productInstance.map((one) => pieceRow(one, context)),
  ];
  return sectionTable(columnsOf(context), rows, context);
}

/** Goods that were handed over. */
export const supplies = (context: Context): Block[] =>
  sectionTable(
    columnsOf(context),
    context.record.statements.supplyDelivery.map((one) => deliveryRow(one, context)),
    context,
  );

function useRow(item: DeviceUse, context: Context): Row {
  const { told, own } = takeApart(item);
  const { status, device, quantity, ...more } = own;
  const { used, period, recorded, source, reasons, reasonReferences, bodySites, ...rest } = more;
  everyField(rest);
  const { words } = context;
  return {
    cells: [
      main(refWords(device, context) ?? words.label.device),
      cell(whenWords(used, words), periodWords(period, words)),
      cell(words.status[status]),
    ],
    details: [
      ...details(context, [
        ['quantity', quantityWords(quantity, words)],
        ['bodySite', conceptsWords(bodySites, words)],
        ['reason', conceptsWords(reasons, words)],
        ['reason', refsWords(reasonReferences, context)],
        ['recorded', whenWords(recorded, words)],
        ['source', refWords(source, context)],
      ]),
      ...said(told, context),
    ],
  };
}

function pieceRow(item: ProductInstance, context: Context): Row {
  const { told, own } = takeApart(item);
  const { udi, deviceIdentifier, type, ...more } = own;
  const { model, lot, serial, manufactured, expires, manufacturer, distinctIdentifier, brand, ...late } =
    more;
  const { modelNumber, catalogNumber, properties, ...rest } = late;
  everyField(rest);
  const { words } = context;
  return {
    cells: [main(conceptWords(type, words) ?? brand ?? model ?? words.label.device), cell(), cell()],
    codes: type && codesWords(type),
    details: [
      ...details(context, [
        ['brand', brand],
        ['model', model],
        ['modelNumber', modelNumber],
        ['manufacturer', manufacturer],
        ['serial', serial],
        ['lot', lot],
        ['catalog', catalogNumber],
        ['manufactured', whenWords(manufactured, words)],
        ['expires', whenWords(expires, words)],
        ['udi', udi],
        ['deviceIdentifier', deviceIdentifier],
        ['distinct', distinctIdentifier],
        ['detail', propertiesWords(properties, context)],
      ]),
      ...said(told, context),
    ],
  };
}

const propertiesWords = (properties: ProductInstance['properties'], { words }: Context): string | undefined =>
  properties
    ?.map(({ type, value, ...rest }) => {
      everyField(rest);
      return `${conceptWords(type, words) ?? ''}: ${conceptWords(value, words) ?? ''}`;
    })
    .join('; ');

function deliveryRow(item: SupplyDelivery, context: Context): Row {
  const { told, own } = takeApart(item);
  const { status, item: what, ...more } = own;
  const { quantity, delivered, period, supplier, locations, ...rest } = more;
  everyField(rest);
  const { words } = context;
  return {
    cells: [
      main(conceptWords(what, words) ?? words.label.item),
      cell(whenWords(delivered, words), periodWords(period, words)),
      cell(status && words.status[status]),
    ],
    codes: codesWords(what),
    details: [
      ...details(context, [
        ['quantity', quantityWords(quantity, words)],
        ['supplier', refWords(supplier, context)],
        ['location', refsWords(locations, context)],
      ]),
      ...said(told, context),
    ],
  };
}
