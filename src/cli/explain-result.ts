import { z } from 'zod';
import type { LineExplanation } from '../explain/index.ts';
import type { Explained } from './explain-run.ts';

const spot = z.strictObject({
  line: z.number().int(),
  path: z.string(),
  literal: z.string().optional(),
});

const ways = [
  'literal',
  'converted',
  'composed',
  'narrative',
  'follows',
  'kind',
  'section',
  'noted',
  'reference',
  'id',
  'rule',
] as const;

/** What `explain Type/id --json` prints. */
export const elementResult = z.strictObject({
  format: z.literal('chartlift-explain/1'),
  address: z.string(),
  element: z.string().optional(),
  values: z.array(
    z.strictObject({
      path: z.string(),
      value: z.string(),
      way: z.enum(ways),
      words: z.string(),
      file: z.string().optional(),
      spots: z.array(spot),
    }),
  ),
});

/** What `explain --source FILE --line N --json` prints. */
export const lineResult = z.strictObject({
  format: z.literal('chartlift-explain/1'),
  file: z.string(),
  line: z.number().int(),
  elements: z.array(z.string()),
  gives: z.array(
    z.strictObject({
      path: z.string(),
      literal: z.string(),
      values: z.array(z.strictObject({ address: z.string(), path: z.string(), value: z.string() })),
    }),
  ),
  within: z.array(z.string()),
  ledger: z
    .strictObject({
      unit: z.string(),
      state: z.string(),
      rule: z.string().optional(),
      line: z.number().optional(),
    })
    .optional(),
});

const format = 'chartlift-explain/1';

export const elementJson = ({ address, element, answers }: Explained): z.infer<typeof elementResult> => ({
  format,
  address,
  ...(element !== undefined && { element }),
  values: answers.map(({ file, spots, ...answer }) => ({
    ...answer,
    ...(file !== undefined && { file }),
    spots: [...spots],
  })),
});

export const lineJson = ({
  elements,
  gives,
  within,
  ledger,
  ...at
}: LineExplanation): z.infer<typeof lineResult> => ({
  format,
  ...at,
  elements: [...elements],
  gives: gives.map((given) => ({ ...given, values: [...given.values] })),
  within: [...within],
  ...(ledger && {
    ledger: {
      unit: ledger.unit,
      state: ledger.state,
      ...(ledger.rule !== undefined && { rule: ledger.rule }),
      ...(ledger.place.line !== undefined && { line: ledger.place.line }),
    },
  }),
});
