import type { Message } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { codeOf, concept, concepts } from '../datatypes/concept.ts';
import { dated } from '../datatypes/when.ts';
import { everyOwnField } from '../every-field.ts';
import type { CodeableConcept, Communication } from '../fhir-types.ts';
import { headOf } from '../head.ts';

const displays = { instruction: 'Instruction', notification: 'Notification' } as const;

/** What a message is for, in FHIR's words. */
export const categoryOf = (category: keyof typeof displays): CodeableConcept =>
  codeOf('http://terminology.hl7.org/CodeSystem/communication-category', category, displays[category]);

/** That something was told to somebody, as a Communication. */
export function communication(message: Message, context: Context): Communication {
  const { category, topic, words, recipients, sender, reasons, reasonReferences, ...more } = message;
  const { encounter, status, sent, ...rest } = more;
  everyOwnField(rest);
  return resource<Communication>(headOf('Communication', message), {
    status,
    category: [categoryOf(category)],
    subject: context.subject,
    topic: concept(topic),
    encounter: context.refer(encounter, 'encounter', 'encounter'),
    ...dated('sent', sent),
    recipient: recipients?.flatMap(({ who }) => context.refer(who, 'recipients', 'correspondent') ?? []),
    sender: context.refer(sender, 'sender', 'author'),
    reasonCode: concepts(reasons),
    reasonReference: reasonReferences?.flatMap((one) => context.refer(one, 'reasonReferences', 'any') ?? []),
    payload: words === undefined ? undefined : [{ contentString: words }],
    note: annotations(message.notes, context),
  });
}
