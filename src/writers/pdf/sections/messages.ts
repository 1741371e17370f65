import type { Block } from '../../../document/index.ts';
import type { Message, MessageRequest } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { details, said, takeApart } from '../details.ts';
import { everyField } from '../every-field.ts';
import { alert, cell, type Row, sectionTable, term } from '../section-table.ts';
import { conceptsWords, conceptWords } from '../values/concept.ts';
import { participationsWords, refsWords, refWords } from '../values/person.ts';
import { periodWords, whenWords } from '../values/when.ts';

/** What was said to somebody, and what is to be said. */
export function messages(context: Context): Block[] {
  const { label } = context.words;
  const { message, messageRequest } = context.record.statements;
  const columns = [
    { title: label.message, share: 7 },
    { title: label.date, share: 3 },
    { title: label.status, share: 2 },
  ];
  const rows = [
    ...message.map((one) => messageRow(one, context)),
    ...messageRequest.map((one) => requestRow(one, context)),
  ];
  return sectionTable(columns, rows, context);
}

type Said = Omit<Message, 'status' | 'sent'>;

/** What both have. */
function parts(item: Said, context: Context): Pick<Row, 'details'> & { readonly name: string } {
  const { told, own } = takeApart(item);
  const { category, topic, words: text, ...more } = own;
  const { recipients, sender, reasons, reasonReferences, encounter, ...rest } = more;
  everyField(rest);
  const { words } = context;
  const about = conceptWords(topic, words);
  return {
    name: text ?? about ?? words.messageCategory[category],
    details: [
      ...details(context, [
        ['type', words.messageCategory[category]],
        ['topic', text ? about : undefined],
        ['sender', refWords(sender, context)],
        ['recipient', participationsWords(recipients, context)],
        ['reason', conceptsWords(reasons, words)],
        ['reason', refsWords(reasonReferences, context)],
      ]),
      ...said({ ...told, encounter }, context),
    ],
  };
}

function messageRow({ status, sent, ...item }: Message, context: Context): Row {
  const { words } = context;
  const { name, details } = parts(item, context);
  return { cells: [cell(name), cell(whenWords(sent, words)), cell(words.status[status])], details };
}

function requestRow(item: MessageRequest, context: Context): Row {
  const { status, doNotPerform, priority, occurrence, occurrencePeriod, authored, ...both } = item;
  const { words } = context;
  const { name, details: others } = parts(both, context);
  return {
    cells: [
      cell(doNotPerform ? [alert(`${words.say.doNot} `), term(name)] : name),
      cell(whenWords(occurrence, words), periodWords(occurrencePeriod, words)),
      cell(words.status[status]),
    ],
    details: [
      ...details(context, [
        ['priority', priority && words.priority[priority]],
        ['recorded', whenWords(authored, words)],
      ]),
      ...others,
    ],
  };
}
