import type { Block, Cell, PrintDocument } from '../../document/index.ts';
import { type Pair, placeOf } from './pairs.ts';
import type { Sampled } from './sample.ts';

/** What a sheet says of its run. */
export interface SheetRun {
  readonly asOf: string;
  readonly program: string;
}

/** More of one type nobody compares; which ones is as good as chance, as ids are hashes. */
const most = 8;

/** One chart for a reviewer: on the left what the source says, on the right what was written, and room for a finding. */
export function sheetOf({ chart, words }: Sampled, pairs: readonly Pair[], run: SheetRun): PrintDocument {
  const who = [chart.name ?? 'No name', chart.birth && `born ${chart.birth}`].filter(Boolean).join(', ');
  const ordered = pairs.toSorted(
    (a, b) => placeOf(a.type) - placeOf(b.type) || (a.address < b.address ? -1 : 1),
  );
  const byType = Map.groupBy(ordered, ({ type }) => type);
  return {
    title: `Spot check: ${chart.id}`,
    language: 'en',
    paper: 'letter',
    scale: 1,
    created: run.asOf,
    producer: run.program,
    running: { name: who, alert: 'Spot check: patient data' },
    footer: `${run.program}, as of ${run.asOf.slice(0, 10)}; chart ${chart.id}`,
    pageWords: 'Page {page} of {pages}',
    blocks: [
      { block: 'heading', level: 1, text: 'Spot check' },
      { block: 'paragraph', size: 'title', text: [{ text: who, tone: 'term' }] },
      paragraph(`Drawn ${words}. ${numbersOf(chart.identifiers)}`),
      paragraph(
        'Compare each line with its source. Mark what is right; write down what is missing, wrong, or said by nobody.',
      ),
      form(),
      ...[...byType].flatMap(([type, own]): Block[] => [
        { block: 'heading', level: 2, text: `${type} (${own.length})` },
        ...(own.length > most ? [paragraph(`${most} of them, by chance; the chart has the others.`)] : []),
        table(own.slice(0, most)),
      ]),
      { block: 'heading', level: 2, text: 'Finding' },
      paragraph('□ as in the source     □ differs without harm     □ differs and may harm'),
      ...Array.from({ length: 4 }, () => paragraph('_'.repeat(92))),
    ],
  };
}

/** A number that several systems give is told once. */
function numbersOf(identifiers: Sampled['chart']['identifiers']): string {
  const numbers = [...new Set(identifiers.map(([, value]) => value))];
  return numbers.length === 0 ? 'No record number.' : `Record numbers: ${numbers.join(', ')}`;
}

const paragraph = (text: string): Block => ({ block: 'paragraph', text });

/** Where the reviewer signs. */
const form = (): Block => ({
  block: 'table',
  columns: [
    { title: 'Reviewer', share: 3 },
    { title: 'Signature', share: 3 },
    { title: 'Date', share: 2 },
  ],
  rows: [[cell(' ', ' '), cell(' ', ' '), cell(' ', ' ')]],
});

const table = (pairs: readonly Pair[]): Block => ({
  block: 'table',
  columns: [
    { title: 'Source', share: 10 },
    { title: 'New record', share: 10 },
    { title: 'Right? Finding', share: 4 },
  ],
  rows: pairs.map(({ source, target }) => [
    cell(...(source.length > 0 ? source : ['stands in no entry of its own'])),
    cell(...target),
    cell('□ yes  □ no', ' '),
  ]),
});

const cell = (...text: string[]): Cell => ({ text: text.map((one) => [{ text: one, tone: 'small' }]) });
