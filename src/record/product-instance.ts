import { z } from 'zod';
import { concept, when } from './datatypes.ts';
import { rulesOf } from './kind-rules.ts';
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
  /** The number of a donor's tissue, by which it is traced. */
  distinctIdentifier: z.string().optional(),
  brand: z.string().optional(),
  modelNumber: z.string().optional(),
  catalogNumber: z.string().optional(),
  /** What else is told of it: whether it may go into a magnet, whether there is latex in it. */
  properties: z.array(z.strictObject({ type: concept, value: concept })).optional(),
});

export type ProductInstance = z.infer<typeof productInstance>;

/** What makes two pieces the same one. */
const productInstanceIdentity = (item: ProductInstance): unknown[] => [
  item.udi,
  item.type?.codings.map(({ system, code }) => [system, code]),
  item.type?.codings.length === 0 ? item.type.text : undefined,
  item.model,
  item.serial,
];

export const productInstanceRules = rulesOf<ProductInstance>({
  schema: productInstance,
  identity: productInstanceIdentity,
  coupled: ['lot', 'manufactured', 'expires'],
});
