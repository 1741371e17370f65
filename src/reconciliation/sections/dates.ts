import type { Facts } from '../facts.ts';
import { count, type Part, type Section, text } from '../model.ts';
import { partsOf } from '../tally/index.ts';
import { counted, kindWords, number } from '../words.ts';

const precisions = [
  { label: 'instant', tone: 'good' },
  { label: 'local', tone: 'quiet' },
  { label: 'day', tone: 'target' },
  { label: 'month', tone: 'text' },
  { label: 'year', tone: 'superseded' },
  { label: 'words', tone: 'bad' },
  { label: 'absent', tone: 'out' },
] as const;

const oddWords: Readonly<Record<string, string>> = {
  'before-birth': 'before the patient’s birth',
  'after-death': 'after the patient’s death',
  'end-before-start': 'ends before it starts',
};

/** Dates: how precise, of which year before and after, and what cannot be. */
export function datesSection({ tally, manifest }: Facts): Section {
  const years = yearsOf(tally);
  const moved = years.reduce((sum, { source, target }) => sum + Math.abs(source - target), 0);
  const odd = Object.entries(tally.chronology.keys);
  const oddities = odd.reduce((sum, [, times]) => sum + times, 0);
  return {
    id: 'dates',
    title: 'Dates',
    lead: `${moved === 0 ? 'Each year has as many statements as in the source.' : `The years of source and target differ by ${counted(moved, 'statement')}.`} ${counted(oddities, 'statement')} ${oddities === 1 ? 'has a date' : 'have dates'} that cannot be, and kept ${oddities === 1 ? 'it' : 'them'}.`,
    standing: moved === 0 && oddities === 0 ? 'good' : 'look',
    parts: [
      {
        part: 'years',
        title: 'Statements by year',
        words:
          years.length === 0
            ? 'No statement has a year.'
            : `From ${years[0]?.year} to ${years.filter(({ year }) => /^\d/.test(year)).at(-1)?.year}; columns are what was written, lines what the source’s own text says.`,
        years,
      },
      decades(years),
      precision(tally, String(manifest.options['timezone'] ?? 'none')),
      {
        part: 'table',
        title: 'Dates that cannot be',
        columns: [text('Kind'), text('What'), count('Statements')],
        rows: odd.map(([key, times]) => {
          const [kind = '', what = ''] = partsOf(key);
          return [kindWords(kind), oddWords[what] ?? what, times];
        }),
      },
    ],
  };
}

interface Year {
  readonly year: string;
  readonly source: number;
  readonly target: number;
}

function yearsOf(tally: Facts['tally']): Year[] {
  const names = [...new Set(Object.keys(tally.years.keys).map((key) => partsOf(key)[0] ?? ''))].sort();
  const of = (year: string, side: string) => tally.years.keys[`${year}\t${side}`] ?? 0;
  return names.map((year) => ({ year, source: of(year, 'source'), target: of(year, 'target') }));
}

/** Years that differ are told one by one, the others by decade. */
function decades(years: readonly Year[]): Part {
  const nameOf = ({ year, source, target }: Year) =>
    source === target && /^\d{4}$/.test(year) ? `${year.slice(0, 3)}0s` : year;
  const grouped = Map.groupBy(years, nameOf);
  return {
    part: 'table',
    title: 'Statements by year, in numbers',
    note: 'Years in which source and target agree are summed by decade; a year that differs stands for itself. “unclear”: the source’s text names no year of four digits.',
    columns: [text('Years'), count('Source'), count('Written'), count('Difference')],
    rows: [...grouped].map(([name, own]) => {
      const [source, target] = [sum(own.map((one) => one.source)), sum(own.map((one) => one.target))];
      return [name, source, target, target - source];
    }),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function precision(tally: Facts['tally'], timezone: string): Part {
  const entries = Object.entries(tally.precisions.keys).map(([key, times]) => ({ key: partsOf(key), times }));
  const kinds = [...new Set(entries.map(({ key: [kind = ''] }) => kind))];
  const of = (kind: string, wanted: string) =>
    sum(
      entries.flatMap(({ key: [own, one = ''], times }) =>
        own === kind && one.split(' ')[0] === wanted ? [times] : [],
      ),
    );
  const locals = sum(kinds.map((kind) => of(kind, 'local')));
  return {
    part: 'bars',
    title: 'Precision of times',
    words: `${number(locals)} local times have no offset and were written as days, their literal kept (--timezone ${timezone}).`,
    series: precisions.map(({ label, tone }) => ({ label, tone })),
    bars: kinds.map((kind) => ({
      label: kindWords(kind),
      values: precisions.map(({ label }) => of(kind, label)),
    })),
    scale: 'share',
  };
}
