import { z } from 'zod';
import type { FieldType, ObjectType } from '../field-type.ts';
import { condition, join, joined, lines, otherwise, scalar, texts } from './parts.ts';

const made = new Map<string, z.ZodType>();

/** What a place of a type is called in the schema that editors read. */
function nameOf(type: FieldType): string {
  if (type.is === 'list') return `listOf-${nameOf(type.of)}`;
  if (type.is === 'object') return type.name;
  if (type.is === 'word') return `one-of-${type.words.join('-')}`.slice(0, 120);
  return type.is;
}

/** What may be written at a place of a type. */
export function positionOf(type: FieldType): z.ZodType {
  const name = nameOf(type);
  const found = made.get(name);
  if (found) return found;
  // What refers to itself is found half made.
  made.set(
    name,
    z.lazy(() => made.get(`${name} whole`) as z.ZodType),
  );
  const whole = make(type).meta({ id: name });
  made.set(`${name} whole`, whole);
  made.set(name, whole);
  return whole;
}

const make = (type: FieldType): z.ZodType => {
  if (type.is !== 'list') return z.union(formsOf(type, {}));
  const item = z.union(formsOf(type.of, listKeys(type.of))).meta({ id: `${nameOf(type)}-item` });
  return z.union([z.array(item), item]);
};

type Shape = Record<string, z.ZodType>;

/** Where a list is wanted an item may stand for several. */
const listKeys = (type: FieldType): Shape => ({
  each: z
    .record(z.string(), z.array(scalar))
    .optional()
    .describe('one item for each of these: `{ n: [1, 2] }` with `$REACTION{n}`'),
  many: z
    .union([
      z.literal('group'),
      z.strictObject({ ...join, fields: z.lazy(() => positionOf(type)).optional() }),
    ])
    .optional()
    .describe('one item for each row of another table, or of the group'),
  by: texts.optional().describe('of a group: rows that have the same here make one item together'),
});

/** A single value, several that are one key, or an object: the fields of the type, and the words that say how a value is found. */
const formsOf = (type: FieldType, more: Shape): [z.ZodType, ...z.ZodType[]] => [
  singleOf(type),
  ...(type.is === 'reference' ? [z.array(scalar)] : []),
  z.strictObject({ ...(type.is === 'object' ? fieldsOf(type) : {}), ...wordsFor(type), ...more }),
];

function singleOf(type: FieldType): z.ZodType {
  if (type.is === 'word')
    return z.union([z.enum(type.words as [string, ...string[]]), z.string().regex(/\$/, { abort: true })]);
  return scalar;
}

const fieldsOf = ({ fields }: ObjectType): Shape =>
  Object.fromEntries([...fields].map(([name, type]) => [name, z.lazy(() => positionOf(type)).optional()]));

const dateWords: Shape = {
  format: z.string().optional().describe('iso, tokens as `M/d/yyyy`, excel-serial, fileman, epoch'),
  timezone: z.string().optional(),
  precision: z.string().optional().describe('the column that says how exact the date is'),
  until: z.string().optional().describe('the column of the last day that it may have been'),
};

/** The words that say how a value is found; a field of the type of the same name goes before them. */
function wordsFor(type: FieldType): Shape {
  const self = z.lazy(() => positionOf(type));
  const taken = type.is === 'object' ? type.fields : new Map<string, FieldType>();
  const words: Shape = {
    from: scalar.optional().describe('the column that a lookup translates'),
    lookup: z.string().optional().describe('the lookup that translates it'),
    otherwise: otherwise.optional(),
    firstOf: z.array(self).optional().describe('the first of these that has data'),
    when: condition.optional().describe('only where this holds'),
    row: condition.optional().describe('of the rows of the group the one where this holds'),
    one: joined.optional().describe('read at the first row of another table that belongs to this one'),
    lines: lines.optional(),
    ...(type.is === 'when' || type.is === 'death' ? dateWords : {}),
    ...(type.is === 'reference'
      ? {
          to: z.string().optional(),
          fields: z.record(z.string(), z.unknown()).optional(),
          id: z.union([scalar, z.array(scalar)]).optional(),
        }
      : {}),
    value: self.optional(),
  };
  return Object.fromEntries(Object.entries(words).filter(([name]) => !taken.has(name)));
}
