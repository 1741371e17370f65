import type { Facts } from '../facts.ts';
import { code, count, type Section, text } from '../model.ts';
import { isShown, withheld } from '../own-words.ts';
import { partsOf } from '../tally/index.ts';
import { counted, number } from '../words.ts';
import { sumsDiffer, sumsLead, sumsPart } from './sums.ts';

const shown = 40;

/** A unit that is no UCUM may be anything that somebody typed. */
const unitsOf = ({ units, unitCharts }: Facts['tally']) =>
  Object.entries(units.keys).map(([key, times]) => {
    const [own = '', ucum = ''] = partsOf(key);
    const isTold = own === '' || ucum !== '' || isShown(unitCharts.keys[key]);
    return { key: [isTold ? own : withheld, ucum], times };
  });

const told = (found: readonly (readonly [times: number, words: string])[]): string =>
  found.flatMap(([times, words]) => (times > 0 ? [`${number(times)} ${words}`] : [])).join(', ');

/** Values and units: what kinds of values there are, what stands out, which units were understood. */
export function valuesSection({ tally, manifest }: Facts): Section {
  const of = (key: string) => tally.values.keys[key] ?? 0;
  const issues = (name: string) => manifest.issues.find(({ code: own }) => own === name)?.count ?? 0;
  const kinds = Object.entries(tally.values.keys).filter(([key]) => key.startsWith('value '));
  const units = unitsOf(tally);
  const strange = units
    .filter(({ key: [own, ucum] }) => own && !ucum)
    .reduce((sum, { times }) => sum + times, 0);
  const odd = of('sentinel') + of('implausible') + issues('number-invalid') + strange;
  return {
    id: 'values',
    title: 'Values and units',
    lead: `${sumsLead(tally)} ${
      odd === 0
        ? 'All numbers could be read, all units are UCUM, and no value lies outside of what a living person can have.'
        : `Of the values: ${told([
            [issues('number-invalid'), 'could not be read'],
            [of('implausible'), 'cannot be'],
            [of('sentinel'), 'stand for “none” in many systems (999…)'],
            [strange, 'have a unit that is not UCUM'],
          ])}. All were kept as they stand.`
    }`,
    standing: sumsDiffer(tally) ? 'bad' : odd === 0 ? 'good' : 'look',
    parts: [
      {
        part: 'table',
        title: 'What observations hold',
        note: `${counted(of('comparator'), 'value')} kept ${of('comparator') === 1 ? 'its' : 'their'} comparator (<, >).`,
        columns: [text('Value'), count('Observations and components')],
        rows: kinds.map(([key, times]) => [key.slice('value '.length), times]),
      },
      sumsPart(tally),
      {
        part: 'table',
        title: 'Units',
        columns: [code('As the source has it'), code('UCUM'), count('Values')],
        rows: units
          .toSorted((a, b) => b.times - a.times)
          .map(({ key: [own = '', ucum = ''], times }) => [own || 'none', ucum || '–', times]),
        shown,
      },
    ],
  };
}
