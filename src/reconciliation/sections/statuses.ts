import type { Facts } from '../facts.ts';
import { count, type Part, type Section, text } from '../model.ts';
import { isShown, withheld } from '../own-words.ts';
import { partsOf } from '../tally/index.ts';
import { counted, kindWords } from '../words.ts';

interface Line {
  readonly kind: string;
  readonly source: string;
  readonly target: string;
  readonly times: number;
}

/** Words that are nobody's own: SNOMED CT's of a status, HL7's ActStatus, and ours. */
const known: Readonly<Record<string, string>> = {
  '55561003': '55561003 (active)',
  '73425007': '73425007 (inactive)',
  '413322009': '413322009 (resolved)',
  '277022003': '277022003 (in remission)',
  '255227004': '255227004 (recurrence)',
  '263855007': '263855007 (relapse)',
  ...Object.fromEntries(
    [
      ...[
        'aborted',
        'active',
        'cancelled',
        'completed',
        'held',
        'new',
        'normal',
        'nullified',
        'obsolete',
        'suspended',
      ],
      ...[
        'negated',
        'not stated',
        '(text)',
        'nullFlavor NI',
        'nullFlavor UNK',
        'nullFlavor NA',
        'nullFlavor OTH',
      ],
    ].map((word) => [word, word]),
  ),
};

/** Statuses that turn the meaning of a statement: they must come from a source that says so, and stay. */
const turning = /refuted|entered-in-error|not-done|do not perform|none known|cancelled|stopped/;

/** The status matrix: the source's own word against what was written. */
export function statusesSection(facts: Facts): Section {
  const lines = linesOf(facts);
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  const turned = lines.filter(isDoubtful);
  const times = turned.reduce((sum, one) => sum + one.times, 0);
  return {
    id: 'statuses',
    title: 'Statuses, old and new',
    lead:
      times === 0
        ? 'No statement that its source negates was written as if it held.'
        : `${counted(times, 'statement')} that ${times === 1 ? 'its source negates has' : 'their source negates have'} a status that does not say so: look at them.`,
    standing: times === 0 ? 'good' : 'look',
    parts: kinds.map((kind) =>
      matrix(
        kind,
        lines.filter((line) => line.kind === kind),
      ),
    ),
  };
}

const isDoubtful = ({ source, target }: Line): boolean =>
  source.startsWith('negated') && !turning.test(target);

function linesOf({ tally }: Facts): Line[] {
  return Object.entries(tally.statuses.keys).map(([key, times]) => {
    const [kind = '', source = '', target = ''] = partsOf(key);
    return {
      kind,
      source: wordsOf(source, tally.statusCharts.keys[`${kind}\t${source}`]),
      target,
      times,
    };
  });
}

/** A word that is in no vocabulary is shown where several charts have it. */
function wordsOf(source: string, charts: number | undefined): string {
  const words = source.split(' + ').map((word) => known[word] ?? (isShown(charts) ? word : withheld));
  return words.join(' + ');
}

/** Rows are the source's words, columns what was written. */
function matrix(kind: string, lines: readonly Line[]): Part {
  const targets = [...new Set(lines.map(({ target }) => target))].sort();
  const sources = [...new Set(lines.map(({ source }) => source))].sort();
  const sum = (source: string, target: string) =>
    lines.reduce(
      (all, line) => (line.source === source && line.target === target ? all + line.times : all),
      0,
    );
  return {
    part: 'table',
    title: kindWords(kind),
    columns: [text('Source ↓   Written →'), ...targets.map((target) => count(target))],
    rows: sources.map((source) => [source, ...targets.map((target) => sum(source, target))]),
  };
}
