import { z } from 'zod';
import { concept, participation, period, reference, when } from './datatypes.ts';
import { rulesOf } from './kind-rules.ts';
import { statementFields } from './statement.ts';

/** Something that was done to a patient, is being done, or was not done (`status` not-done). Plans are orders. */
export const procedure = z.strictObject({
  ...statementFields,
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
  /** Why it was not done. */
  statusReason: concept.optional(),
  code: concept.optional(),
  performed: when.optional(),
  performedPeriod: period.optional(),
  recorder: reference.optional(),
  performers: z.array(participation).optional(),
  locations: z.array(reference).optional(),
  reasons: z.array(concept).optional(),
  reasonReferences: z.array(reference).optional(),
  bodySites: z.array(concept).optional(),
  approachSites: z.array(concept).optional(),
  methods: z.array(concept).optional(),
  priority: concept.optional(),
  /** Whether it succeeded. */
  outcome: concept.optional(),
  complications: z.array(concept).optional(),
  /** What the patient is to do afterwards. */
  instructions: z.array(concept).optional(),
  /** What was put in, taken out or otherwise handled. */
  devices: z.array(reference).optional(),
  /** What was taken from the patient, by its kind. */
  specimens: z.array(concept).optional(),
  encounter: reference.optional(),
});

export type Procedure = z.infer<typeof procedure>;

/** What makes two procedures the same one. */
const procedureIdentity = (item: Procedure): unknown[] => [
  item.code?.codings.map(({ system, code }) => [system, code]),
  item.code?.codings.length === 0 ? item.code.text : undefined,
  item.status === 'not-done',
  item.performed?.literal ?? item.performed?.value,
  item.performedPeriod?.start?.literal ?? item.performedPeriod?.start?.value,
];

export const procedureRules = rulesOf<Procedure>({
  schema: procedure,
  identity: procedureIdentity,
  coupled: ['status', 'performed', 'performedPeriod'],
  united: [
    'performers',
    'locations',
    'reasons',
    'reasonReferences',
    'complications',
    'instructions',
    'devices',
  ],
});
