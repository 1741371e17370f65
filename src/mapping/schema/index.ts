import { z } from 'zod';
import { type Target, targets } from '../targets/index.ts';
import { condition, joined as joinedRows, scalar, texts, words } from './parts.ts';
import { positionOf } from './position.ts';

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1'] as const;

const decimal = z.enum(['.', ',']).optional();

const column = z.strictObject({
  date: texts
    .optional()
    .describe(
      'iso, tokens as `M/d/yyyy h:mm:ss a`, excel-serial, fileman, epoch; of a list the first that fits',
    ),
  timezone: z.string().optional(),
  pivot: z
    .number()
    .int()
    .min(0)
    .max(99)
    .optional()
    .describe('two-digit years above it are of the last century'),
  nulls: words.optional(),
  decimal,
  format: z.enum(['icd9', 'icd10', 'phone', 'ssn']).optional(),
  encoding: z.enum(['base64']).optional(),
  split: z
    .strictObject({
      at: z.string().min(1),
      into: z.array(z.string()).min(2),
      fewer: z.boolean().optional().describe('a cell may have fewer parts: they are the first ones'),
    })
    .optional()
    .describe('its parts as columns of their own: `{ at: "/", into: [SYSTOLIC, DIASTOLIC] }`'),
});

const dialect = {
  delimiter: z.string().optional().describe('comma, semicolon, tab, pipe, or the character itself'),
  encoding: z.enum(encodings).optional(),
  quote: z.enum(['double', 'backslash', 'none']).optional(),
};

const table = z.strictObject({
  file: texts.optional().describe('a name, a glob, or a list of them'),
  key: texts.optional().describe('the columns that tell its rows apart'),
  links: z
    .record(z.string(), texts)
    .optional()
    .describe('foreign keys: `$PATIENT: patients`; of a list the first that leads to a row'),
  system: z.string().optional().describe('the identifier system of its key; else that of the source'),
  optional: z.array(z.string()).optional().describe('columns that only some releases have'),
  ignore: z.array(z.string()).optional().describe('columns that are left out on purpose'),
  leftOut: z.string().optional().describe('why the table as a whole is left out'),
  columns: z.record(z.string(), column).optional(),
  nulls: words.optional(),
  date: texts.optional().describe('how dates are written in columns that say nothing of it'),
  ...dialect,
  header: z.array(z.string()).optional().describe('the columns, where the file has no header'),
  widths: z.array(z.number().int().positive()).optional(),
});

const coding = z.strictObject({
  system: z.string().optional(),
  code: scalar.optional(),
  display: z.string().optional(),
  to: scalar.optional(),
});

const lookup = z.union([
  z.strictObject({
    file: z.string().describe('a CSV with from,system,code,display (or from,to,display), or a ConceptMap'),
    system: z.string().optional().describe('the system of codes that it lacks, where they are kept'),
  }),
  z.record(z.string(), z.union([scalar, coding])),
]);

const attachments = z.strictObject({
  path: z.string().describe('where the file is: `documents/$pid/$filename`'),
  type: z.string().optional(),
  sha256: z.string().optional(),
  pages: z.string().optional().describe('how many pages it has, to be held against the file'),
  title: z.string().optional(),
});

const fieldsOf = ({ fields, aliases }: Target) => {
  const all = [...fields, ...[...aliases].map(([alias, field]) => [alias, fields.get(field)] as const)];
  return z
    .strictObject({
      patient: positionOf({ is: 'reference', to: ['patient'] }).optional(),
      ...Object.fromEntries(
        all.flatMap(([name, type]) => (type ? [[name, positionOf(type).optional()]] : [])),
      ),
    })
    .optional();
};

/** Rows of other tables that a row must have or lack, and columns of which one must hold something. */
const joined = {
  any: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('only rows in which one of these columns holds something'),
  with: joinedRows.optional().describe('only rows to which such rows of another table belong'),
  without: joinedRows.optional().describe('only rows to which no such row of another table belongs'),
};

const ruleOf = (target: Target) =>
  z.strictObject({
    name: z.string().optional().describe('what the report calls the rule'),
    from: z.string().describe('the table'),
    where: condition.optional(),
    ...joined,
    groupBy: texts.optional(),
    to: z.literal(target.name),
    id: z.union([scalar, z.array(scalar)]).optional(),
    also: z.boolean().optional().describe('the row goes on to the rules after this one'),
    fields: fieldsOf(target),
    ...(target.fields.has('contents') ? { attachments: attachments.optional() } : {}),
  });

const leftOut = z.strictObject({
  name: z.string().describe('why these rows are left out'),
  from: z.string(),
  where: condition.optional(),
  ...joined,
  to: z.literal('leftOut'),
});

const rules = [...targets.values()].map(ruleOf);
const record = z.discriminatedUnion('to', [leftOut, ...rules] as unknown as [typeof leftOut]);

const source = z.strictObject({
  system: z.string().optional().describe('the identifier system of the tables’ keys'),
  patients: z
    .enum(['one', 'known'])
    .optional()
    .describe(
      'one: rows that name nobody are the only patient’s; known: other sources say who the patients are',
    ),
  timezone: z.string().optional().describe('used only where a date-time carries no offset'),
  nulls: words.optional().describe('texts of cells that mean that nothing is there'),
  date: texts.optional().describe('how dates are written in columns that say nothing of it'),
  decimal: decimal.describe('the decimal mark of all columns that say nothing of it'),
  ...dialect,
});

/** A mapping as it is written. */
export const mappingFile = z.strictObject({
  mapping: z.literal(1).describe('the version of this file format'),
  id: z.string(),
  version: z.string().optional(),
  title: z.string().optional(),
  extends: z
    .string()
    .optional()
    .describe('a preset, or a file beside this one, of which this says what differs'),
  source: source.optional(),
  tables: z.record(z.string(), table).optional(),
  lookups: z.record(z.string(), lookup).optional(),
  records: z.array(record).optional(),
  expect: z.record(z.string(), z.union([scalar, z.array(scalar)])).optional(),
});

/** The schema that editors read. */
export const jsonSchema = (): object =>
  z.toJSONSchema(mappingFile, {
    io: 'input',
    target: 'draft-2020-12',
    reused: 'inline',
    unrepresentable: 'any',
  });
