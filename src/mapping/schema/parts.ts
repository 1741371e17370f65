import { z } from 'zod';

/** A cell, a word, or a text with columns in it. */
export const scalar = z.union([z.string(), z.number(), z.boolean()]);

const oneOrMore = <T extends z.ZodType>(one: T) => z.union([one, z.array(one)]);

export const texts = oneOrMore(z.string());

export const words = oneOrMore(scalar);

const test = z.union([
  scalar.describe('the cell has this text; `present` and `absent` ask whether there is one'),
  z.array(scalar).describe('the cell has one of these texts'),
  z.strictObject({ not: oneOrMore(scalar) }).describe('the cell has none of these texts'),
  z.strictObject({ has: oneOrMore(scalar) }).describe('one of these words stands in the cell: `prn`'),
]);

/** `{ $COLUMN: text | [texts] | present | absent | { not: … } }`; all must hold. */
export const condition = z
  .record(z.string(), test)
  .describe('columns and what their cells must be; all must hold')
  .meta({ id: 'condition' });

const orderBy = oneOrMore(
  z.union([z.string(), z.strictObject({ column: z.string(), descending: z.boolean().optional() })]),
).meta({ id: 'orderBy' });

/** Rows of another table that belong to a row: `on: { $THEIRS: $OURS }`. */
export const join = {
  table: z.string().describe('the table whose rows are joined'),
  on: z
    .record(z.string(), z.string())
    .describe('columns of that table, and the columns of this one that they equal'),
  where: condition.optional(),
  orderBy: orderBy.optional(),
  limit: z.number().int().positive().optional().describe('no more than so many, the first ones'),
};

/** Such rows by themselves. */
export const joined = z.strictObject(join).meta({ id: 'join' });

export const otherwise = z
  .union([
    scalar,
    z.strictObject({ system: z.string().optional(), code: scalar, display: z.string().optional() }),
  ])
  .describe(
    'for a code that the lookup lacks: keep, quarantine, omit, list (omitted and counted), or a constant',
  )
  .meta({ id: 'otherwise' });

export const lines = z
  .strictObject({ ...join, column: z.string(), separator: z.string().optional() })
  .describe('text that stands one line a row in another table')
  .meta({ id: 'lines' });
