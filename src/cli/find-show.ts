import { z } from 'zod';
import { type FindQuery, type FoundChart, findCharts } from '../migration/index.ts';
import { exitCodes } from './exit-codes.ts';
import { counted } from './report-words.ts';

/** The schema of `find --json`: patient data. */
export const findResult = z.object({
  format: z.literal('chartlift-find/1'),
  /** How many charts there are; `charts` may hold fewer. */
  count: z.number(),
  charts: z.array(
    z.object({
      id: z.string(),
      name: z.string().optional(),
      birthDate: z.string().optional(),
      gender: z.string().optional(),
      identifiers: z.array(z.object({ system: z.string().optional(), value: z.string() })),
      records: z.array(z.string()),
      bundles: z.array(z.string()),
      pdfs: z.array(z.string()),
      sources: z.array(z.object({ file: z.string(), kept: z.string().optional() })),
    }),
  ),
});

/** Finds charts and prints them; none is an ending of its own. */
export function showFound(run: string, query: FindQuery, json: boolean): void {
  const { charts, count } = findCharts(run, query);
  if (count === 0) process.exitCode = exitCodes['not-found'].code;
  const text = json ? JSON.stringify(resultOf(charts, count), null, 2) : textOf(charts, count);
  process.stdout.write(`${text}\n`);
}

function resultOf(charts: readonly FoundChart[], count: number): z.infer<typeof findResult> {
  return {
    format: 'chartlift-find/1',
    count,
    charts: charts.map(({ identifiers, birth, records, bundles, pdfs, sources, ...chart }) => ({
      ...chart,
      birthDate: birth,
      identifiers: identifiers.map(([system, value]) => (system === '' ? { value } : { system, value })),
      records: [...records],
      bundles: [...bundles],
      pdfs: [...pdfs],
      sources: [...sources],
    })),
  };
}

function textOf(charts: readonly FoundChart[], count: number): string {
  if (count === 0)
    return 'No chart of this run is that patient’s.\n  → Try fewer words: a part of the name is enough.';
  const more =
    count > charts.length
      ? [`… and ${counted(count - charts.length, 'chart')} more: say more of the patient, or raise --limit`]
      : [];
  return [...charts.map(chartText), ...more].join('\n\n');
}

function chartText({ name, birth, gender, id, identifiers, ...files }: FoundChart): string {
  const head = [name ?? '(no name)', ...(birth ? [`born ${birth}`] : []), ...(gender ? [gender] : [])];
  return [
    head.join(' · '),
    ...line('id', [id]),
    ...line(
      'numbers',
      identifiers.map(([system, value]) => (system ? `${value} (${system})` : value)),
    ),
    ...line('records', files.records),
    ...line('bundles', files.bundles),
    ...line('pdf', files.pdfs),
    ...line(
      'sources',
      files.sources.map(({ file, kept }) => (kept ? `${kept} = ${file}` : file)),
    ),
  ].join('\n');
}

/** What is of one kind stands below each other. */
const line = (label: string, words: readonly string[]): string[] =>
  words.map((word, at) => `  ${(at === 0 ? label : '').padEnd(8)} ${word}`);
