import { z } from 'zod';
import type { Facts } from './facts.ts';
import type { Check } from './model.ts';
import { recounted, timesOf } from './recount.ts';
import { remainderOf } from './report.ts';
import { codedShare } from './sections/codes.ts';
import { conflictsIn, leftOutLinks } from './sections/identity.ts';
import { number, percent } from './words.ts';

/** A number, or a part of the whole such as "0.5%". */
const limit = z.union([z.number().nonnegative(), z.string().regex(/^\d+(\.\d+)?\s*%$/)]);

/** What may be limited, in the words of the file. */
export const thresholds = z.strictObject({
  remainder: limit.optional(),
  'files-set-aside': limit.optional(),
  'documents-set-aside': limit.optional(),
  'rows-set-aside': limit.optional(),
  'missing-references': limit.optional(),
  'references-to-other-patients': limit.optional(),
  'identifiers-shared-by-different-people': limit.optional(),
  'probable-duplicates': limit.optional(),
  'charts-without-content': limit.optional(),
  'uncoded-statements': limit.optional(),
  'impossible-dates': limit.optional(),
  'columns-without-rule': limit.optional(),
  'files-missing': limit.optional(),
  errors: limit.optional(),
});

export type Thresholds = z.infer<typeof thresholds>;

interface Measure {
  readonly words: string;
  readonly of: (facts: Facts) => { readonly part: number; readonly whole: number };
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
const read = ({ manifest }: Facts, unit: string): number => manifest.ledger[unit]?.['read'] ?? 0;
const charts = ({ tally }: Facts): number => tally.charts.keys['chart'] ?? 0;
const aside = (unit: string) => (facts: Facts) => ({
  part: timesOf(facts.recount, unit, 'quarantined'),
  whole: read(facts, unit),
});

const measures: { readonly [K in keyof Required<Thresholds>]: Measure } = {
  remainder: {
    words: 'Units not accounted for',
    of: (facts) => ({
      part: remainderOf(facts),
      whole: sum(Object.values(facts.manifest.ledger).map((one) => one['read'] ?? 0)),
    }),
  },
  'files-set-aside': { words: 'Files set aside', of: aside('file') },
  'documents-set-aside': { words: 'Documents set aside', of: aside('document') },
  'rows-set-aside': { words: 'Rows set aside', of: aside('row') },
  'missing-references': {
    words: 'References that lead nowhere',
    of: ({ tally }) => ({
      part: tally.references.keys['missing'] ?? 0,
      whole: sum(Object.values(tally.references.keys)),
    }),
  },
  'references-to-other-patients': {
    words: 'References of rows to rows of other patients',
    of: (facts) => ({ part: leftOutLinks(facts, 'row-link-crosses'), whole: read(facts, 'row') }),
  },
  'identifiers-shared-by-different-people': {
    words: 'Identifiers shared by charts of different people',
    of: (facts) => ({ part: conflictsIn(facts), whole: charts(facts) }),
  },
  'probable-duplicates': {
    words: 'People who may have two charts',
    of: (facts) => ({ part: facts.identity?.duplicates.length ?? 0, whole: charts(facts) }),
  },
  'charts-without-content': {
    words: 'Charts without clinical content',
    of: (facts) => ({ part: facts.identity?.empty.length ?? 0, whole: charts(facts) }),
  },
  'uncoded-statements': {
    words: 'Statements without a code that others know',
    of: (facts) => {
      const { standard, all } = codedShare(facts);
      return { part: all - standard, whole: all };
    },
  },
  'impossible-dates': {
    words: 'Statements with a date that cannot be',
    of: ({ tally }) => ({
      // What is far from its visit may well be true.
      part: sum(
        Object.entries(tally.chronology.keys).map(([key, times]) =>
          key.endsWith('outside-visit') ? 0 : times,
        ),
      ),
      whole: sum(Object.values(tally.resources.keys)),
    }),
  },
  'columns-without-rule': {
    words: 'Columns with data and without a rule',
    of: (facts) => ({
      part: sum(
        recounted(facts.recount).flatMap((one) =>
          one.unit === 'column' && one.rule === 'no-rule' ? [one.count] : [],
        ),
      ),
      whole: read(facts, 'column'),
    }),
  },
  'files-missing': {
    words: 'Files of the run that are not in its folder',
    of: ({ outputs: { absent }, manifest }) => ({ part: absent.length, whole: manifest.outputs.length }),
  },
  errors: {
    words: 'Issues that are errors',
    of: ({ manifest }) => ({
      part: sum(manifest.issues.flatMap((one) => (one.severity === 'error' ? [one.count] : []))),
      whole: sum(manifest.issues.map((one) => one.count)),
    }),
  },
};

/** Holds a run against the limits that were set. */
export function checksOf(facts: Facts, limits: Thresholds): Check[] {
  return Object.entries(limits).flatMap(([name, limit]) => {
    if (limit === undefined) return [];
    const { words, of } = measures[name as keyof Thresholds];
    const { part, whole } = of(facts);
    const isShare = typeof limit === 'string';
    const passed = isShare ? 100 * part <= Number.parseFloat(limit) * whole : part <= limit;
    const check = {
      name,
      words,
      limit: isShare ? limit : number(limit),
      value: isShare ? `${number(part)} (${percent(part, whole)})` : number(part),
      passed,
    };
    return [check];
  });
}
