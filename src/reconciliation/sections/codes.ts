import type { Facts } from '../facts.ts';
import { code, count, type Part, type Section, share, text } from '../model.ts';
import { isShown, withheld } from '../own-words.ts';
import { keyOf, partsOf } from '../tally/index.ts';
import { counted, kindWords, percent } from '../words.ts';
import { translationsPart } from './translations.ts';

const ways = [
  { way: 'standard', label: 'a code that others know', tone: 'good' },
  { way: 'local', label: 'a code of the source alone', tone: 'superseded' },
  { way: 'no-system', label: 'a code of no system', tone: 'bad' },
  { way: 'text', label: 'words only', tone: 'text' },
  { way: 'absent', label: 'said to be unknown', tone: 'out' },
  { way: 'none', label: 'nothing', tone: 'out' },
] as const;

const shown = 25;

/** How many subjects of statements are coded, and how many so that others know the code. */
export function codedShare({ tally }: Pick<Facts, 'tally'>): { standard: number; all: number } {
  const entries = Object.entries(tally.coded.keys);
  const sum = (of: typeof entries) => of.reduce((total, [, times]) => total + times, 0);
  return { standard: sum(entries.filter(([key]) => key.endsWith('\tstandard'))), all: sum(entries) };
}

/** Codes: how far others understand what statements are about, by volume. */
export function codesSection(facts: Facts): Section {
  const { standard, all } = codedShare(facts);
  return {
    id: 'codes',
    title: 'Codes',
    lead: `${percent(standard, all)} of ${counted(all, 'statement')} carry a code of a system that others know; the rest kept what the source has.`,
    standing: standard === all ? 'good' : 'look',
    parts: [bars(facts), unmapped(facts), translationsPart(facts.tally), systems(facts)],
  };
}

function bars({ tally }: Facts): Part {
  const kinds = [...new Set(Object.keys(tally.coded.keys).map((key) => partsOf(key)[0] ?? ''))];
  const of = (kind: string, way: string) => tally.coded.keys[`${kind}\t${way}`] ?? 0;
  return {
    part: 'bars',
    title: 'How statements are coded',
    words: 'Each bar is all statements of a kind, by what their subject is told with.',
    series: ways.map(({ label, tone }) => ({ label, tone })),
    bars: kinds.map((kind) => ({ label: kindWords(kind), values: ways.map(({ way }) => of(kind, way)) })),
    scale: 'share',
  };
}

function unmapped({ tally }: Facts): Part {
  const rows = Object.entries(tally.localCodes.keys).map(([key, times]) => {
    const [kind = '', system = '', own = ''] = partsOf(key);
    const isCommon = isShown(tally.localCodeCharts.keys[key]);
    return { key: keyOf(kind, system, isCommon ? own : withheld), times };
  });
  const grouped = [...Map.groupBy(rows, ({ key }) => key)].map(([key, all]) => ({
    key: partsOf(key),
    times: all.reduce((sum, { times }) => sum + times, 0),
  }));
  const more = tally.localCodes.other;
  return {
    part: 'table',
    title: 'Codes that only the source knows, by volume',
    note: `${more > 0 ? `There are more codes than are held: ${counted(more, 'statement')} of others. ` : ''}protected/codes.csv has all of them. A --concept-map FILE or the mapping’s lookups translate them.`,
    columns: [text('Kind'), code('System'), code('Code'), count('Statements')],
    rows: grouped
      .toSorted((a, b) => b.times - a.times)
      .map(({ key: [kind = '', system = '', own = ''], times }) => [
        kindWords(kind),
        system || 'none',
        own,
        times,
      ]),
    shown,
  };
}

function systems({ tally }: Facts): Part {
  const rows = Object.entries(tally.systems.keys).sort(([, a], [, b]) => b - a);
  const all = rows.reduce((sum, [, times]) => sum + times, 0);
  return {
    part: 'table',
    title: 'Code systems of all codings',
    columns: [code('System'), count('Codings'), share('Part')],
    rows: rows.map(([system, times]) => [system || 'none stated', times, { part: times, whole: all }]),
    shown,
  };
}
