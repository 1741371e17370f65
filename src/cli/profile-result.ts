import { z } from 'zod';
import type { ExportProfile } from '../migration/index.ts';

const share = z.number().min(0).max(1);
const count = z.number().int();

const column = z.strictObject({
  name: z.string(),
  filled: count,
  empty: count,
  distinct: count,
  unique: z.boolean(),
  longest: count,
  forms: z.record(z.string(), share),
  dates: z.array(z.strictObject({ format: z.string(), share })),
  codes: z.array(
    z.strictObject({ system: z.string(), share, by: z.enum(['check digit', 'form', 'number']) }),
  ),
  /** Words that deny: rows that hold them may say that something is not so. */
  denials: z.array(z.string()),
  top: z.array(z.strictObject({ value: z.string(), count: count.min(5) })),
  hidden: z.enum(['key', 'once', 'date', 'identity', 'number', 'text', 'rare']).optional(),
});

const table = z.strictObject({
  name: z.string(),
  file: z.string(),
  rows: count,
  encoding: z.string(),
  delimiter: z.string(),
  quote: z.enum(['double', 'backslash', 'none']),
  /** Whether the first line holds the names; where it does not, columns are called by their place. */
  header: z.boolean(),
  bad: z.record(z.string(), count),
  leftOut: z.record(z.string(), count),
  key: z.array(z.string()),
  links: z.array(z.strictObject({ column: z.string(), table: z.string(), to: z.string(), share })),
  columns: z.array(column),
});

/** What `profile --json` prints. */
export const profileResult = z.strictObject({
  format: z.literal('chartlift-profile/1'),
  folder: z.string(),
  presets: z.array(z.strictObject({ preset: z.string(), score: share, tables: count })),
  tables: z.array(table),
  /** Files that are no tables, counted by what their names end with. */
  others: z.record(z.string(), count),
  unreadable: z.array(z.strictObject({ file: z.string(), reason: z.string() })),
});

/** A profile in the form of its schema. */
export const profileJson = (folder: string, profile: ExportProfile): z.infer<typeof profileResult> =>
  profileResult.parse({
    format: 'chartlift-profile/1',
    folder,
    presets: profile.presets,
    tables: profile.tables.map(({ dialect, headerless: _, ...table }) => ({
      ...table,
      encoding: dialect.encoding,
      delimiter: dialect.delimiter,
      quote: dialect.quote,
      header: dialect.header === undefined,
    })),
    others: profile.others,
    unreadable: profile.unreadable,
  });
