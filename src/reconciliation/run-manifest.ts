import { z } from 'zod';

const count = z.number().int().nonnegative();

const fileSummary = z.object({
  table: z.string(),
  file: z.string(),
  rows: z.record(z.string(), z.number()),
  columns: z.object({ read: count, mapped: count, withoutRule: z.array(z.string()) }),
});

/** What a report takes from `manifest.json`. */
export const runManifest = z.object({
  format: z.literal('chartlift-run/1'),
  program: z.object({ name: z.string(), version: z.string() }),
  asOf: z.string(),
  options: z.record(z.string(), z.unknown()),
  inputs: z.array(
    z.object({
      file: z.string(),
      size: z.number(),
      sha256: z.string().optional(),
      state: z.string().optional(),
      patient: z.string().optional(),
    }),
  ),
  exports: z.array(
    z.object({
      folder: z.string(),
      mapping: z.object({ id: z.string(), version: z.string(), sha256: z.string() }),
      tables: z.array(fileSummary),
      others: z.array(z.object({ file: z.string(), rows: count })),
    }),
  ),
  outputs: z.array(z.object({ file: z.string(), size: z.number(), sha256: z.string(), count: z.number() })),
  scans: z.record(z.string(), count).optional(),
  ledger: z.record(z.string(), z.record(z.string(), z.number())),
  issues: z.array(z.object({ code: z.string(), severity: z.string(), count })),
  unmapped: z.array(z.object({ system: z.string(), count })),
});

export type RunManifest = z.infer<typeof runManifest>;
