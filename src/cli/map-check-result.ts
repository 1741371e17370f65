import { z } from 'zod';
import type { MappingCheck } from '../migration/index.ts';

const count = z.number().int();

/** What `map check --json` prints. */
export const mapCheckResult = z.strictObject({
  format: z.literal('chartlift-map-check/1'),
  mapping: z.strictObject({ id: z.string(), version: z.string() }),
  folder: z.string(),
  tables: z.array(
    z.strictObject({
      table: z.string(),
      file: z.string(),
      rows: count,
      missing: z.array(z.strictObject({ column: z.string(), nearest: z.string().optional() })),
      withoutRule: z.array(z.string()),
      unreadable: z.string().optional(),
    }),
  ),
  absent: z.array(z.string()),
  unknown: z.array(z.string()),
  findings: z.array(
    z.strictObject({
      code: z.string(),
      table: z.string(),
      column: z.string().optional(),
      count,
      line: count,
    }),
  ),
  unmapped: z.record(z.string(), count),
});

/** A check in the form of its schema. */
export const mapCheckJson = (folder: string, check: MappingCheck): z.infer<typeof mapCheckResult> => {
  const { mapping, unmapped, ...rest } = check;
  return mapCheckResult.parse({
    format: 'chartlift-map-check/1',
    mapping: { id: mapping.id, version: mapping.version },
    folder,
    ...rest,
    unmapped: Object.fromEntries(unmapped),
  });
};
