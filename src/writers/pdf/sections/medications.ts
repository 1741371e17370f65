import type { Block, Column } from '../../../document/index.ts';
import type { Dispense, DispenseRequest, Medication, NotTaken, Product } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { type Detail, details, said, takeApart } from '../details.ts';
import { everyField } from '../every-field.ts';
import { group } from '../group.ts';
import { alert, cell, quiet, type Row, term } from '../section-table.ts';
import { codesWords, conceptsWords, conceptWords } from '../values/concept.ts';
import { dosageWords } from '../values/dosage.ts';
import { participationsWords, refsWords, refWords } from '../values/person.ts';
import { quantityWords, ratioWords } from '../values/quantity.ts';
import { periodWords, timeKey, whenWords } from '../values/when.ts';
import type { Words } from '../words/words.ts';
import { inPlace, type Movable } from './later.ts';

type Group =
  | 'inError'
  | 'notToBeGiven'
  | 'planned'
  | 'taking'
  | 'unstated'
  | 'stoppedRecently'
  | 'stoppedEarlier';

const endOf = ({ dosages }: Medication): string =>
  (dosages ?? []).map(({ timing }) => timeKey(timing?.bounds?.end)).reduce((a, b) => (a > b ? a : b), '');

const startOf = ({ dosages, authored }: Medication): string =>
  (dosages ?? []).map(({ timing }) => timeKey(timing?.bounds?.start)).find(Boolean) ?? timeKey(authored);

function groupOf(item: Medication, asOf: string): Group {
  const { status, doNotPerform, intent } = item;
  if (status === 'entered-in-error') return 'inError';
  if (doNotPerform) return 'notToBeGiven';
  if (status === 'completed' || status === 'stopped' || status === 'cancelled') {
    const yearAgo = `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4, 10)}`;
    return endOf(item) >= yearAgo ? 'stoppedRecently' : 'stoppedEarlier';
  }
  if (intent === 'proposal') return 'planned';
  return status === 'unknown' ? 'unstated' : 'taking';
}

const columnsOf = ({ words: { label } }: Context): [Column, Column, Column] => [
  { title: label.medication, share: 5 },
  { title: label.howToTake, share: 5 },
  { title: label.status, share: 2 },
];

const simpleColumns = ({ words: { label } }: Context): Column[] => [
  { title: label.medication, share: 5 },
  { title: label.date, share: 3 },
  { title: label.status, share: 2 },
];

/** Medications in their groups, those that began last first. */
function groupsOf({ record, options }: Context): Map<Group, Medication[]> {
  const items = record.statements.medication.toSorted((a, b) => (startOf(a) < startOf(b) ? 1 : -1));
  return Map.groupBy(items, (one) => groupOf(one, options.asOf));
}

/** A group as a table under its heading. */
const medicationGroup = (key: Group, items: readonly Medication[] | undefined, context: Context): Block[] =>
  group(
    {
      title: context.words.say[key],
      columns: columnsOf(context),
      rows: (items ?? []).map((one) => medicationRow(one, context)),
    },
    context,
  );

/** What was stopped more than a year ago. */
export function stoppedEarlier(context: Context): Movable {
  const items = groupsOf(context).get('stoppedEarlier') ?? [];
  return {
    rows: items.length,
    reference: context.words.say.stoppedOnPage(items.length),
    place: 'stopped earlier',
    blocks: () => medicationGroup('stoppedEarlier', items, context),
  };
}

/** What was handed out. */
export function dispensed(context: Context): Movable {
  const { say } = context.words;
  const items = context.record.statements.dispense;
  return {
    rows: items.length,
    reference: say.dispensedOnPage(items.length),
    place: 'dispensed',
    blocks() {
      const rows = items.map((one) => dispenseRow(one, context));
      return group({ title: say.dispensed, columns: simpleColumns(context), rows }, context);
    },
  };
}

/** Medications: current ones, those of the last year, those before; what is not taken, what was handed out. */
export function medications(context: Context): Block[] {
  const { record, words } = context;
  const { say } = words;
  const groups = groupsOf(context);
  const simple = simpleColumns(context);
  const of = (key: Group) => medicationGroup(key, groups.get(key), context);
  return [
    ...of('taking'),
    ...of('unstated'),
    ...of('planned'),
    ...of('notToBeGiven'),
    ...group(
      {
        title: say.notTaken,
        columns: simple,
        rows: record.statements.notTaken.map((one) => notTakenRow(one, context)),
      },
      context,
    ),
    ...of('stoppedRecently'),
    ...inPlace(stoppedEarlier(context)),
    ...of('inError'),
    ...inPlace(dispensed(context)),
  ];
}

function medicationRow(item: Medication, context: Context): Row {
  const { told, own } = takeApart(item);
  const { status, statusReason, doNotPerform, categories, priority, code, product, ...more } = own;
  // FHIR calls what a patient takes a plan: only a proposal is told, by its group.
  const { intent: _intent, reported, authored, requester, performers, encounter, ...late } = more;
  const { reasons, reasonReferences, dosages, dispenseRequest, ...rest } = late;
  everyField(rest);
  const { words } = context;
  const name = conceptWords(code, words) ?? words.absent.unknown;
  const taken = (dosages ?? []).map((one) => dosageWords(one, words));
  return {
    cells: [
      cell(doNotPerform ? [alert(`${words.say.doNot} `), term(name)] : [term(name)]),
      cell(
        ...taken.flatMap(({ sentence, fields }) => [
          sentence,
          fields && (sentence ? [quiet(fields)] : fields),
        ]),
      ),
      cell(words.status[status]),
    ],
    codes: codesWords(code),
    details: [
      ...details(context, [
        ['statusReason', conceptWords(statusReason, words)],
        ['priority', priority && words.priority[priority]],
        ['category', conceptsWords(categories, words)],
        ['reason', conceptsWords(reasons, words)],
        ['reason', refsWords(reasonReferences, context)],
        ['recorded', whenWords(authored, words)],
        ['requester', refWords(requester, context)],
        ['source', refWords(reported, context)],
        ['performer', participationsWords(performers, context)],
      ]),
      ...productDetails(product, context),
      ...requestDetails(dispenseRequest, context),
      ...said({ ...told, encounter }, context),
    ],
  };
}

function productDetails(product: Product | undefined, context: Context): Detail[] {
  if (!product) return [];
  const { form, ingredients, vehicles, lotNumber, expiration, manufacturer, ...rest } = product;
  everyField(rest);
  const { words } = context;
  return details(context, [
    ['form', conceptWords(form, words)],
    ['ingredients', ingredientsWords(ingredients, words)],
    ['vehicle', conceptsWords(vehicles, words)],
    ['lot', lotNumber],
    ['expires', whenWords(expiration, words)],
    ['manufacturer', refWords(manufacturer, context)],
  ]);
}

const ingredientsWords = (ingredients: Product['ingredients'], words: Words): string | undefined =>
  ingredients
    ?.map(({ code, strength, ...rest }) => {
      everyField(rest);
      return [conceptWords(code, words), ratioWords(strength, words)].filter(Boolean).join(' ');
    })
    .join('; ');

function requestDetails(request: DispenseRequest | undefined, context: Context): Detail[] {
  if (!request) return [];
  const { validity, repeatsAllowed, quantity, supplyDuration, performer, ...rest } = request;
  everyField(rest);
  const { words } = context;
  return details(context, [
    ['dispense', quantityWords(quantity, words)],
    ['lasts', quantityWords(supplyDuration, words)],
    ['refills', repeatsAllowed?.toString()],
    ['validity', periodWords(validity, words)],
    ['pharmacy', refWords(performer, context)],
  ]);
}

function notTakenRow(item: NotTaken, context: Context): Row {
  const { told, own } = takeApart(item);
  const { code, product, period, ...more } = own;
  const { time, statusReason, asserted, informant, reasons, ...rest } = more;
  everyField(rest);
  const { words } = context;
  return {
    cells: [
      cell([term(conceptWords(code, words) ?? '')]),
      cell(whenWords(time, words), periodWords(period, words)),
      cell(),
    ],
    codes: codesWords(code),
    details: [
      ...details(context, [
        ['statusReason', conceptWords(statusReason, words)],
        ['reason', conceptsWords(reasons, words)],
        ['asserted', whenWords(asserted, words)],
        ['source', refWords(informant, context)],
      ]),
      ...productDetails(product, context),
      ...said(told, context),
    ],
  };
}

function dispenseRow(item: Dispense, context: Context): Row {
  const { told, own } = takeApart(item);
  const { status, code, product, ...more } = own;
  const { handedOver, quantity, daysSupply, fillNumber, performers, medication, ...rest } = more;
  everyField(rest);
  const { words } = context;
  return {
    cells: [
      cell([term(conceptWords(code, words) ?? '')]),
      cell(whenWords(handedOver, words)),
      cell(words.status[status]),
    ],
    codes: codesWords(code),
    details: [
      ...details(context, [
        ['quantity', quantityWords(quantity, words)],
        ['lasts', quantityWords(daysSupply, words)],
        ['fill', fillNumber?.toString()],
        ['performer', participationsWords(performers, context)],
        ['forMedication', refWords(medication, context)],
      ]),
      ...productDetails(product, context),
      ...said(told, context),
    ],
  };
}
