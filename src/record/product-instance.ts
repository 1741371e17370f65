import { z } from 'zod';
import { concept, when } from './datatypes.ts';
import { statementFields } from './statement.ts';

/** One piece of equipment of a patient: an implant, a prosthesis, a cane. */
export const productInstance = z.strictObject({
  ...statementFields,
  /** The Unique Device Identifier as it is printed on the piece. */
  udi: z.string().optional(),
  /** The part of it that names the model (GS1, HIBCC, ICCBBA). */
  deviceIdentifier: z.string().optional(),
  type: concept.optional(),
  model: z.string().optional(),
  lot: z.string().optional(),
  serial: z.string().optional(),
  manufactured: when.optional(),
  expires: when.optional(),
  manufacturer: z.string().optional(),
});

export type ProductInstance = z.infer<typeof productInstance>;

/** What makes two pieces the same one. */
export const productInstanceIdentity = (item: ProductInstance): unknown[] => [
  item.udi,
  item.type?.codings.map(({ system, code }) => [system, code]),
  item.type?.codings.length === 0 ? item.type.text : undefined,
  item.model,
  item.serial,
];
