import type { Concept, Message, MessageRequest, Participation } from '../../../record/index.ts';
import { orderPriorityOf, orderStatusOf } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept, says } from '../datatypes/concept.ts';
import { readText } from '../datatypes/text.ts';
import { known, readPeriod, readWhen } from '../datatypes/time.ts';
import { by, type Field, one, token } from '../fields.ts';
import { readParticipation } from '../participation.ts';
import { parts } from '../parts.ts';
import { hasTemplate, isPart } from '../path.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { isEvent } from './act.ts';
import { isNegated, recorded, recorder, statementFields } from './common.ts';
import { encounterReference } from './encounter-reference.ts';
import { reasonReferences, reasons } from './indication.ts';

const handoffTemplate = ['2.16.840.1.113883.10.20.22.4.141'];

const isHandoff = (element: XmlElement): boolean =>
  hasTemplate(element, handoffTemplate) || element.first('code')?.attributes['code'] === '432138007';

const isInstruction = (element: XmlElement): boolean => isPart(element, parts.instruction);

/** Codes that say that it is an instruction, and not what it is about. */
const generic = new Set(['409073007', '423564006', '311401005', 'PINSTRUCT', 'FINSTRUCT']);

const topic: Field<Concept> = by('code', (from, scope) => {
  const code = from.first('code');
  const value = code && readConcept(code, scope);
  return code && says(value) ? { value, nodes: [code] } : undefined;
});

/** Whether there is something to tell: words, or a code that names more than that it is an instruction. */
function tells(element: XmlElement, scope: Scope): boolean {
  const text = element.first('text');
  if (text && readText(text, scope) !== undefined) return true;
  const about = topic.read(element, scope)?.value;
  return about?.codings.some(({ code }) => !generic.has(code ?? '')) ?? about?.text !== undefined;
}

const recipientTypes = new Set(['IRCP', 'PRCP', 'TRC', 'RCT', 'SBJ']);

const recipients: Field<Participation[]> = by('participant[@typeCode=IRCP]', (from, scope) => {
  const nodes = from
    .elements('participant')
    .filter(({ attributes }) => recipientTypes.has(attributes['typeCode'] ?? ''));
  const found = nodes
    .map((node) => ({ node, value: readParticipation(node, scope) }))
    .filter(({ value }) => value?.who !== undefined);
  const value = found.map((one) => one.value).filter((one) => one !== undefined);
  return value.length > 0 ? { value, nodes: found.map(({ node }) => node) } : undefined;
});

const said = {
  ...statementFields,
  category: by<'instruction' | 'notification'>('templateId', (from) => ({
    value: isHandoff(from) ? 'notification' : 'instruction',
    nodes: [],
  })),
  topic,
  words: one('text', readText),
  recipients,
  sender: recorder,
  reasons,
  reasonReferences,
  encounter: encounterReference,
};

/** ActStatus → FHIR's event-status. */
const statuses: Readonly<Record<string, Message['status']>> = {
  new: 'preparation',
  active: 'in-progress',
  held: 'on-hold',
  suspended: 'on-hold',
  cancelled: 'not-done',
  aborted: 'stopped',
  completed: 'completed',
  nullified: 'entered-in-error',
};

function statusOf(element: XmlElement): Message['status'] {
  const code = element.first('statusCode')?.attributes['code']?.trim() ?? '';
  const status = Object.hasOwn(statuses, code) ? (statuses[code] ?? 'unknown') : 'unknown';
  return isNegated(element) && status !== 'entered-in-error' ? 'not-done' : status;
}

const isMessage = (element: XmlElement, scope: Scope): boolean =>
  element.name === 'act' && tells(element, scope);

const structure: readonly string[] = [];
const templates = [...parts.instruction.templates, ...handoffTemplate];
const matches = (element: XmlElement): boolean => isHandoff(element) || isInstruction(element);

/** An instruction that was given, a handoff that took place. */
export const message: Definition<'message'> = {
  kind: 'message',
  title: 'Instruction',
  templates,
  elements: ['act'],
  matches,
  accepts: (element, scope) => isEvent(element) && isMessage(element, scope),
  fields: {
    ...said,
    status: by('statusCode | @negationInd', (from) => ({
      value: statusOf(from),
      nodes: from.elements('statusCode'),
    })),
    sent: one('effectiveTime', (element, scope) => known(readWhen(element, scope))),
  },
  structure,
};

const status: Field<MessageRequest['status']> = by('statusCode', (from) => ({
  value: orderStatusOf(from.first('statusCode')?.attributes['code']?.trim() ?? '') ?? 'unknown',
  nodes: from.elements('statusCode'),
}));

/** An instruction that is to be given, a handoff that is planned. */
export const messageRequest: Definition<'messageRequest'> = {
  kind: 'messageRequest',
  title: 'Instruction',
  templates,
  elements: ['act'],
  matches,
  accepts: (element, scope) => !isEvent(element) && isMessage(element, scope),
  fields: {
    ...said,
    status,
    doNotPerform: by('@negationInd', (from) => (isNegated(from) ? { value: true, nodes: [] } : undefined)),
    priority: token('priorityCode', orderPriorityOf),
    occurrence: one('effectiveTime', (element, scope) =>
      isSpan(element) ? undefined : known(readWhen(element, scope)),
    ),
    occurrencePeriod: one('effectiveTime', (element, scope) =>
      isSpan(element) ? readPeriod(element, scope) : undefined,
    ),
    authored: recorded,
  },
  structure,
};

/** A low alone is the day for which it is planned. */
const isSpan = (time: XmlElement): boolean => time.first('high')?.attributes['value'] !== undefined;
