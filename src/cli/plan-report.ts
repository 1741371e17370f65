import { z } from 'zod';
import type { PartialRun } from '../migration/index.ts';
import { counted, number } from './report-words.ts';

const count = z.number().int().nonnegative();

/** What `--json` prints of a plan or of a share. */
export const partialResult = z.strictObject({
  format: z.literal('chartlift-part/1'),
  out: z.string(),
  asOf: z.string(),
  plan: z.strictObject({ files: count, documents: count, rows: count, bytes: count, shards: count }),
  done: count,
});

/** The same as JSON. */
export function planResult({ out, asOf, plan, share }: PartialRun, isPlan: boolean): string {
  const result = { format: 'chartlift-part/1', out, asOf, plan, done: isPlan ? 0 : share } as const;
  return `${JSON.stringify(partialResult.parse(result), null, 2)}\n`;
}

/** A plan or a share as a person reads it. */
export function planText({ out, plan, share }: PartialRun, isPlan: boolean): string {
  const parts = [counted(plan.documents, 'document'), ...(plan.rows > 0 ? [counted(plan.rows, 'row')] : [])];
  return [
    `Plan    ${counted(plan.files, 'file')}: ${parts.join(' and ')}, ${number(Math.ceil(plan.bytes / 1e6))} MB, in ${counted(plan.shards, 'shard')}`,
    `Where   ${out}/plan.json`,
    '',
    'Next',
    ...(isPlan
      ? ['  Give the same command without --plan, or with --shard 1/N to N/N on as many machines.']
      : [
          `  ${counted(share, 'shard')} of this share are done. When all shares are, put them together:`,
          `  chartlift merge ${out}`,
        ]),
  ].join('\n');
}
