import { z } from 'zod';
import { concept, period, quantity, range, when } from './datatypes.ts';

export const ratio = z.strictObject({ numerator: quantity.optional(), denominator: quantity.optional() });

/** UCUM's units in which FHIR counts periods. */
export const periodUnit = z.enum(['s', 'min', 'h', 'd', 'wk', 'mo', 'a']);
export const dayOfWeek = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

/** When something is taken: `frequency` times per `period`, at events of the day, within bounds. */
export const timing = z.strictObject({
  events: z.array(when).optional(),
  bounds: period.optional(),
  /** How often in all. */
  count: z.number().int().optional(),
  /** How long each time. */
  duration: quantity.optional(),
  frequency: z.number().int().optional(),
  frequencyMax: z.number().int().optional(),
  period: z.string().optional(),
  periodMax: z.string().optional(),
  periodUnit: periodUnit.optional(),
  daysOfWeek: z.array(dayOfWeek).optional(),
  timesOfDay: z.array(z.string()).optional(),
  /** Codes of v3-TimingEvent. */
  when: z.array(z.string()).optional(),
  /** Minutes from the event; before it where negative. */
  offset: z.number().optional(),
});

/** A dose or a rate, as the source gives it. */
export const amount = z.strictObject({
  quantity: quantity.optional(),
  range: range.optional(),
  ratio: ratio.optional(),
});

/** How a medication is taken. */
export const dosage = z.strictObject({
  text: z.string().optional(),
  patientInstruction: z.string().optional(),
  additionalInstructions: z.array(concept).optional(),
  timing: timing.optional(),
  asNeeded: z.boolean().optional(),
  asNeededFor: concept.optional(),
  site: concept.optional(),
  route: concept.optional(),
  dose: amount.optional(),
  rate: amount.optional(),
  maxDosePerPeriod: ratio.optional(),
});

export type Ratio = z.infer<typeof ratio>;
export type PeriodUnit = z.infer<typeof periodUnit>;
export type DayOfWeek = z.infer<typeof dayOfWeek>;
export type Timing = z.infer<typeof timing>;
export type Amount = z.infer<typeof amount>;
export type Dosage = z.infer<typeof dosage>;
