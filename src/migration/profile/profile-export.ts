import { scorePreset, tablesKnown } from '../../mapping/index.ts';
import {
  type GivenDialect,
  LinkFinder,
  type LinkTable,
  type TableProfile,
  TableProfiler,
} from '../../readers/csv/index.ts';
import type { Found } from '../discover.ts';
import type { Progress } from '../options.ts';
import { byCodeUnits } from '../order.ts';
import { Refusal, systemCode } from '../refusal.ts';
import { fingerprints } from '../tables/mapping-file.ts';
import { openTable } from '../tables/open-table.ts';
import { tableFiles } from './table-files.ts';

/** How well a preset fits the tables. */
export interface PresetScore {
  readonly preset: string;
  readonly score: number;
  /** How many of the tables it knows. */
  readonly tables: number;
}

/** What is in a folder of tables. */
export interface ExportProfile {
  readonly tables: readonly TableProfile[];
  /** How many files are no tables, by what their names end with: the names themselves may be patients' numbers. */
  readonly others: Readonly<Record<string, number>>;
  /** Files that look like tables and could not be read to their end. */
  readonly unreadable: readonly Unreadable[];
  /** The best first. */
  readonly presets: readonly PresetScore[];
}

/** Reads all tables of a folder once, and says what is in them. */
export async function profileExport(folder: string, progress: Progress): Promise<ExportProfile> {
  const { tables, others } = await tableFiles(folder);
  if (tables.length === 0) {
    throw new Refusal(
      `There is no table in ${folder}`,
      'Tables are files of lines with the same columns: CSV, TSV, text.',
    );
  }
  const profiled = await profileAll(tables, progress);
  const found = profiled.filter((one): one is Profiled => 'profile' in one);
  const read = found.filter((one) => !isText(one));
  const texts = found.filter(isText).map(({ profile }) => profile.file);
  const links = new LinkFinder(read.map(({ table }) => table));
  const profiles = read.map(({ profile, table }) => ({ ...profile, links: links.linksOf(table) }));
  return {
    tables: profiles,
    others: byEnding([...others.map(({ name }) => name), ...texts]),
    unreadable: profiled.filter((one) => 'reason' in one),
    presets: presetsFor(profiles),
  };
}

/** A note that stands beside the tables: text of one column, or of sentences that commas part. */
const isText = ({ profile: { columns, file, headerless } }: Profiled): boolean =>
  !/\.(csv|tsv|tab|psv)(\.gz)?$/i.test(file) && (columns.length < 2 || headerless === true);

function byEnding(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names.toSorted(byCodeUnits)) {
    const [ending = 'no ending'] = /\.[a-z0-9]{1,8}$/i.exec(name) ?? [];
    counts[ending.toLowerCase()] = (counts[ending.toLowerCase()] ?? 0) + 1;
  }
  return counts;
}

interface Profiled {
  readonly profile: TableProfile;
  readonly table: LinkTable;
}

interface Unreadable {
  readonly file: string;
  readonly reason: string;
}

async function profileAll(files: readonly Found[], progress: Progress): Promise<(Profiled | Unreadable)[]> {
  const names = namesOf(files);
  const profiled: (Profiled | Unreadable)[] = [];
  progress.begin('Reading tables', files.length);
  for (const [at, file] of files.entries()) {
    profiled.push(await profileOne(file, names[at] ?? file.name));
    progress.advance();
  }
  progress.end();
  return profiled;
}

async function profileOne(file: Found, name: string): Promise<Profiled | Unreadable> {
  try {
    const profiler = await readAll(file, name, {});
    if (!profiler.isHeaderless) return profiler.profile();
    // Its first line is a row, and may be about somebody: its cells are no names to be shown.
    const header = profiler.profile().profile.columns.map((_, at) => `column_${at + 1}`);
    return (await readAll(file, name, { header })).profile();
  } catch (error) {
    return { file: file.name, reason: systemCode(error) };
  }
}

async function readAll(file: Found, name: string, dialect: GivenDialect): Promise<TableProfiler> {
  const open = await openTable(file, { name, dialect });
  const profiler = new TableProfiler(open.layout, open.dialect);
  for await (const block of open.blocks) profiler.push(block);
  return profiler;
}

/** A table is called as its file, in small letters; where two are called alike, as its path. */
function namesOf(files: readonly Found[]): string[] {
  const plain = (path: string) =>
    path
      .toLowerCase()
      .replace(/\.gz$/, '')
      .replace(/\.[a-z]{2,4}$/, '');
  const word = (path: string) =>
    plain(path)
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '');
  const short = files.map(({ name }) => word(name.slice(name.lastIndexOf('/') + 1)));
  return files.map(({ name }, at) =>
    short.filter((one) => one === short[at]).length > 1 ? word(name) : (short[at] ?? name),
  );
}

function presetsFor(tables: readonly TableProfile[]): PresetScore[] {
  const found = tables.map(({ file, columns }) => ({ file, header: columns.map(({ name }) => name) }));
  return fingerprints()
    .map(({ preset, fingerprint }) => ({
      preset,
      score: scorePreset(fingerprint, found),
      tables: tablesKnown(fingerprint, found),
    }))
    .toSorted((a, b) => b.score - a.score || b.tables - a.tables || byCodeUnits(a.preset, b.preset));
}
