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
  'outside-visit': 'more than a week before or after its visit',
};

/** Dates: how precise, of which year before and after, and what cannot be. */
export function datesSection({ tally, manifest }: Facts): Section {
  const years = yearsOf(tally);
  const moves = movesOf(tally);
  const moved = sum(moves.flatMap((one) => (isMove(one) ? [one.times] : [])));
  const lost = sum(
    moves.flatMap(({ source, target, times }) => (isYear(source) && target === 'none' ? [times] : [])),
  );
  const oddities = sum(Object.values(tally.chronology.keys));
  const timezone = String(manifest.options['timezone'] ?? 'none');
  return {
    id: 'dates',
    title: 'Dates',
    lead: leadOf({ moved, lost, oddities }),
    standing: moved > 0 ? 'bad' : lost + oddities > 0 ? 'look' : 'good',
    parts: [
      histogram(years),
      decades(years),
      ...movesPart(moves),
      precision(tally, timezone),
      chronology(tally),
    ],
  };
}

interface Found {
  readonly moved: number;
  readonly lost: number;
  readonly oddities: number;
}

function leadOf({ moved, lost, oddities }: Found): string {
  const have = (times: number) => `${counted(times, 'statement')} ${times === 1 ? 'has' : 'have'}`;
  return [
    moved === 0
      ? 'No statement moved to another year.'
      : `${counted(moved, 'statement')} moved to another year.`,
    ...(lost === 0 ? [] : [`${have(lost)} a year that FHIR’s own element does not tell.`]),
    oddities === 0
      ? 'No date is one that cannot be, and none lies far from its visit.'
      : `${have(oddities)} a date that cannot be or lies far from its visit, and kept it.`,
  ].join(' ');
}

const histogram = (years: readonly Year[]): Part => {
  const known = years.filter(({ year }) => isYear(year));
  return {
    part: 'years',
    title: 'Statements by year',
    words:
      known.length === 0
        ? 'No statement has a year.'
        : `From ${known[0]?.year} to ${known.at(-1)?.year}. Columns are what was written, lines what the source’s own text says.`,
    years: known,
  };
};

/** Years of clinical statements; what lies outside is a placeholder or a typing error, and told in the table alone. */
const isYear = (year: string): boolean => /^(18|19|20)\d\d$/.test(year);

interface Move {
  readonly source: string;
  readonly target: string;
  readonly times: number;
}

const movesOf = (tally: Facts['tally']): Move[] =>
  Object.entries(tally.yearMoves.keys).map(([key, times]) => {
    const [source = '', target = ''] = partsOf(key);
    return { source, target, times };
  });

const isMove = ({ source, target }: Move): boolean => isYear(source) && isYear(target);

const yearWords: Readonly<Record<string, string>> = {
  none: 'no time of its own',
  unclear: 'no year of four digits',
};

/** Statements whose year is not that of their source's text: few words tell why for most. */
function movesPart(moves: readonly Move[]): Part[] {
  if (moves.length === 0) return [];
  const named = moves.map(({ source, target, times }) => ({
    source: yearWords[source] ?? source,
    // What comes from around a statement, as a panel's time, comes in all years.
    target: target === 'none' ? 'none' : isYear(source) ? target : 'a year',
    times,
  }));
  const grouped = Map.groupBy(named, ({ source, target }) => `${source}\t${target}`);
  return [
    {
      part: 'table',
      title: 'Statements whose year is not that of their own text',
      note: 'A statement without a time of its own takes that of what it stands in, as a result that of its panel.',
      columns: [text('Source'), text('Written'), count('Statements')],
      rows: [...grouped].map(([key, own]) => [...partsOf(key), sum(own.map(({ times }) => times))]),
      shown: 15,
    },
  ];
}

const chronology = ({ chronology: { keys } }: Facts['tally']): Part => ({
  part: 'table',
  title: 'Dates that cannot be, or are far from their visit',
  columns: [text('Kind'), text('What'), count('Statements')],
  rows: Object.entries(keys).map(([key, times]) => {
    const [kind = '', what = ''] = partsOf(key);
    return [kindWords(kind), oddWords[what] ?? what, times];
  }),
});

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
    note: 'Years in which both agree are summed by decade. “unclear”: the source’s text names no year of four digits.',
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
