import { z } from 'zod';

const count = z.number().int().nonnegative();

const place = z.strictObject({
  file: z.string(),
  line: z.number().int().optional(),
  path: z.string().optional(),
  text: z.string(),
});

const issueGroup = z.strictObject({
  code: z.string(),
  severity: z.enum(['fatal', 'error', 'warning', 'information']),
  count,
  hint: z.string().optional(),
  examples: z.array(place).max(3),
});

const balance = z.strictObject({
  read: count,
  converted: count,
  merged: count,
  superseded: count,
  'kept-as-text': count,
  'left-out': count,
  quarantined: count,
  remainder: z.number().int(),
});

const tally = z.strictObject({
  read: count,
  converted: count.optional(),
  merged: count.optional(),
  superseded: count.optional(),
  'kept-as-text': count.optional(),
  'left-out': count.optional(),
  quarantined: count.optional(),
});

const exported = z.strictObject({
  folder: z.string(),
  mapping: z.strictObject({ id: z.string(), version: z.string(), sha256: z.string() }),
  score: z.number().optional(),
  tables: z.array(
    z.strictObject({
      table: z.string(),
      file: z.string(),
      rows: tally,
      columns: z.strictObject({ read: count, mapped: count, withoutRule: z.array(z.string()) }),
    }),
  ),
  others: z.array(z.strictObject({ file: z.string(), rows: count })),
});

/** What `--json` prints when a run came to its end. */
export const result = z.strictObject({
  format: z.literal('chartlift-result/1'),
  version: z.string(),
  exitCode: count,
  meaning: z.string(),
  out: z.string(),
  asOf: z.string(),
  read: z.strictObject({ files: count, bytes: count, documents: count, patients: count }),
  dryRun: z.boolean(),
  made: z.strictObject({
    files: count,
    bundles: count,
    sharedBundles: count,
    records: count,
    pdfs: count,
    resources: count,
  }),
  scans: z
    .strictObject({
      listed: count,
      found: count,
      setAside: count,
      unreadable: count,
      pages: count,
      notReferenced: count,
      referencedTwice: count,
    })
    .optional(),
  ledger: z.partialRecord(
    z.enum(['file', 'document', 'header', 'narrative', 'embedded', 'entry', 'row', 'column', 'value']),
    balance,
  ),
  exports: z.array(exported),
  issues: z.array(issueGroup),
  unmapped: z.array(z.strictObject({ system: z.string(), count })),
});

/** What `--json` prints when it did not. */
export const failure = z.strictObject({
  format: z.literal('chartlift-result/1'),
  exitCode: count,
  meaning: z.string(),
  error: z.strictObject({ text: z.string(), hint: z.string().optional() }),
});

export type Result = z.infer<typeof result>;
export type Failure = z.infer<typeof failure>;
