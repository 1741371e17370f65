import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openChart } from '../../explain/index.ts';
import { csvLine, fontFiles, openPastRun, type PastGroup, Refusal } from '../../migration/index.ts';
import { patientsOf, readManifest } from '../read-run.ts';
import { openReportFolder } from '../report-folder.ts';
import type { PatientLine } from '../tally/index.ts';
import { type Pair, pairsOf } from './pairs.ts';
import { rowsInto, withCells } from './past-rows.ts';
import { rowPairs, type SourceRow } from './row-pairs.ts';
import { drawSample, isNamed, type Sampled, type Sampling } from './sample.ts';
import { sheetOf } from './sheet.ts';

/** What sheets are made with. */
export interface SpotCheckOptions extends Sampling {
  readonly idKey?: Uint8Array | undefined;
  /** The folder of the tables, which a run does not keep. */
  readonly input?: string | undefined;
}

/** What was printed. */
export interface SpotChecked {
  readonly folder: string;
  readonly sheets: readonly { readonly file: string; readonly why: string }[];
  /** Rows on the sheets whose tables were not at hand. */
  readonly rowsNotAtHand: number;
}

/** Prints sheets of sampled charts into `spot-checks/` of a run; earlier ones of the same seed are replaced. */
export async function spotCheck(run: string, options: SpotCheckOptions): Promise<SpotChecked> {
  const { asOf, program } = readManifest(run);
  const sample = drawSample(patientsOf(run), options);
  if (sample.length === 0) throw new Refusal('The run holds no chart to look at', 'A dry run keeps none.');
  refuseMissing(sample, options);
  const { openFonts, renderPdf } = await import('../../document/index.ts');
  const fonts = openFonts(fontFiles());
  const folder = openReportFolder(join(run, 'spot-checks', `seed-${options.seed.replace(/[^\w-]/g, '_')}`));
  const { pairsOfChart, rowsNotAtHand } = openPairs(run, sample, options);
  const about = { asOf, program: `Chartlift ${program.version}` };
  const sheets = sample.map((one, index) => {
    const file = `${String(index + 1).padStart(3, '0')}-${one.why}-${one.chart.id}.pdf`;
    const document = sheetOf(one, pairsOfChart(one.chart), about);
    folder.write(file, renderPdf(document, { fonts }).bytes);
    return { file, why: one.words };
  });
  folder.write('sample.csv', listOf(sample, sheets));
  return { folder: folder.path, sheets, rowsNotAtHand };
}

/** A chart that is named is expected, and so are the tables. */
function refuseMissing(sample: readonly Sampled[], { named, input }: SpotCheckOptions): void {
  const found = sample.filter(({ why }) => why === 'named');
  const missing = named.filter((name) => !found.some(({ chart }) => isNamed(chart, new Set([name])))).length;
  if (missing > 0) {
    throw new Refusal(
      `${missing} of the charts that --patient names ${missing === 1 ? 'is' : 'are'} not in this run`,
      'Give an id, a number or the whole name as the run has it: chartlift find shows them.',
    );
  }
  if (input !== undefined && !existsSync(input))
    throw new Refusal(`There is no folder ${input}`, 'Name the folder of the tables with --input.');
}

/** Which charts, why, and room for what was found. */
const listOf = (sample: readonly Sampled[], sheets: SpotChecked['sheets']): string =>
  [
    ['sheet', 'chart', 'name', 'birth_date', 'sample', 'why', 'reviewer', 'finding', 'date'],
    ...sample.map(({ chart, why, words }, at) => [
      sheets[at]?.file,
      chart.id,
      chart.name,
      chart.birth,
      why,
      words,
      '',
      '',
      '',
    ]),
  ]
    .map(csvLine)
    .join('');

interface Written {
  readonly resourceType: string;
  readonly id?: string;
}

/** What a chart says beside its sources: of documents read again, of rows by the ledger. */
function openPairs(
  run: string,
  sample: readonly Sampled[],
  { idKey, input }: SpotCheckOptions,
): { pairsOfChart: (chart: PatientLine) => Pair[]; rowsNotAtHand: number } {
  const groups = new Map(openPastRun(run, idKey).groups.map((group) => [group.id, group]));
  const written = new Map(sample.map(({ chart }) => [chart.id, resourcesOf(run, chart)]));
  const addresses = [...written.values()].flat().map(({ resourceType, id }) => `${resourceType}/${id}`);
  const rows: ReadonlyMap<string, readonly SourceRow[]> = withCells(rowsInto(run, new Set(addresses)), input);
  const pairsOfChart = (chart: PatientLine) => {
    const group = groups.get(chart.id) ?? groupOf(chart, groups);
    const documents = group ? pairsOf(openChart(group.files(), group)) : [];
    const known = new Set(documents.map(({ address }) => address));
    const ofRows = rowPairs(written.get(chart.id) ?? [], (address) => rows.get(address) ?? []);
    return [...documents, ...ofRows.filter(({ address }) => !known.has(address))];
  };
  const rowsNotAtHand = [...rows.values()].flat().filter(({ cells }) => cells === undefined).length;
  return { pairsOfChart, rowsNotAtHand };
}

/** A document that stands alone is a group under its hash: its chart names the file. */
const groupOf = ({ sources }: PatientLine, groups: ReadonlyMap<string, PastGroup>): PastGroup | undefined =>
  [...groups.values()].find(({ names }) => names.some((name) => sources.includes(name)));

function resourcesOf(run: string, { files }: PatientLine): Written[] {
  return files
    .filter((file) => file.startsWith('bundles/') && file.endsWith('.json'))
    .flatMap((file) => {
      const { entry = [] } = JSON.parse(readFileSync(join(run, file), 'utf8')) as {
        entry?: { resource?: Written }[];
      };
      return entry.flatMap(({ resource }) => resource ?? []);
    });
}
