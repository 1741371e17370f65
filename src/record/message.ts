import { z } from 'zod';
import { concept, participation, period, reference, when } from './datatypes.ts';
import { rulesOf, timeIdentity } from './kind-rules.ts';
import { statementFields } from './statement.ts';

const said = {
  ...statementFields,
  /** Whether somebody is told what to do, or what is the case. */
  category: z.enum(['instruction', 'notification']),
  /** What it is about. */
  topic: concept.optional(),
  /** What is said. */
  words: z.string().optional(),
  recipients: z.array(participation).optional(),
  sender: reference.optional(),
  reasons: z.array(concept).optional(),
  reasonReferences: z.array(reference).optional(),
  encounter: reference.optional(),
};

/** That something was told to somebody. */
export const message = z.strictObject({
  ...said,
  status: z.enum([
    'preparation',
    'in-progress',
    'not-done',
    'on-hold',
    'stopped',
    'completed',
    'entered-in-error',
    'unknown',
  ]),
  sent: when.optional(),
});

/** That something is to be told. */
export const messageRequest = z.strictObject({
  ...said,
  status: z.enum(['draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown']),
  doNotPerform: z.boolean().optional(),
  priority: z.enum(['routine', 'urgent', 'asap', 'stat']).optional(),
  occurrence: when.optional(),
  occurrencePeriod: period.optional(),
  authored: when.optional(),
});

export type Message = z.infer<typeof message>;
export type MessageRequest = z.infer<typeof messageRequest>;

const sameMessage = (item: Message | MessageRequest): unknown[] => [
  item.topic?.codings.map(({ system, code }) => [system, code]),
  item.words ?? item.topic?.text,
];

const messageIdentity = (item: Message): unknown[] => [...sameMessage(item), timeIdentity(item.sent)];

const messageRequestIdentity = (item: MessageRequest): unknown[] => [
  ...sameMessage(item),
  timeIdentity(item.occurrence),
  timeIdentity(item.occurrencePeriod?.start),
];

export const messageRules = rulesOf<Message>({
  schema: message,
  identity: messageIdentity,
  coupled: ['status', 'recipients'],
  united: ['reasons', 'reasonReferences'],
});

export const messageRequestRules = rulesOf<MessageRequest>({
  schema: messageRequest,
  identity: messageRequestIdentity,
  coupled: ['status', 'doNotPerform', 'occurrencePeriod', 'recipients'],
  united: ['reasons', 'reasonReferences'],
});
