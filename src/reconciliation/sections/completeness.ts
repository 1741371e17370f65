import { type Kind, kindNames } from '../../record/index.ts';
import type { Facts } from '../facts.ts';
import { count, type Part, type Section, share, text } from '../model.ts';
import { partsOf } from '../tally/index.ts';
import { counted, kindWords } from '../words.ts';

/** What clinicians look for first in a chart. */
const domains: readonly Kind[] = [
  'allergy',
  'problem',
  'medication',
  'immunization',
  'observation',
  'report',
  'procedure',
  'encounter',
  'note',
];

/** Completeness: of how many charts each kind and each of the patient's fields is known, before and after. */
export function completenessSection({ tally }: Facts): Section {
  const charts = tally.charts.keys['chart'] ?? 0;
  const having = (name: string, side: string) => tally.having.keys[`${name}\t${side}`] ?? 0;
  const field = (name: string, side: string) => tally.patientFields.keys[`${name}\t${side}`] ?? 0;
  const fields = [...new Set(Object.keys(tally.patientFields.keys).map((key) => partsOf(key)[0] ?? ''))];
  const lost = [
    ...kindNames
      .filter((kind) => kind !== 'noneKnown' && having(kind, 'target') < having(kind, 'source'))
      .map(kindWords),
    ...fields.filter((name) => field(name, 'target') < field(name, 'source')),
  ];
  return {
    id: 'completeness',
    title: 'Completeness of charts',
    lead:
      lost.length === 0
        ? `Whatever some source of a chart states, that chart has: no kind and no field of the patient is in fewer of the ${counted(charts, 'chart')} than before.`
        : `In fewer charts than before: ${lost.join(', ')}.`,
    standing: lost.length === 0 ? 'good' : 'look',
    parts: [
      {
        part: 'bars',
        title: 'Charts that have at least one',
        words: 'Each bar is all charts.',
        series: [
          { label: 'charts with one', tone: 'target' },
          { label: 'in the source alone', tone: 'bad' },
          { label: 'without', tone: 'out' },
        ],
        bars: domains.map((kind) => {
          const [source, target] = [having(kind, 'source'), having(kind, 'target')];
          return {
            label: kindWords(kind),
            values: [target, Math.max(0, source - target), charts - Math.max(source, target)],
          };
        }),
        scale: 'share',
        hasTable: true,
      },
      compared(
        'Charts by kind',
        kindNames.filter((kind) => kind !== 'noneKnown' && having(kind, 'source') > 0),
        { charts, of: having, words: kindWords },
      ),
      compared('Charts by what is known of the patient', fields, {
        charts,
        of: field,
        words: kindWords,
        note: 'More written than stated: where US Core asks for a value that no source has, the reason why it is absent is written, or “unknown”.',
      }),
      elementsPart(tally),
    ],
  };
}

/** How far the elements of what was written are filled. */
function elementsPart({ elements, resources }: Facts['tally']): Part {
  const ofType = ({ key: [type = ''] }: { key: readonly string[] }) => resources.keys[type] ?? 0;
  return {
    part: 'table',
    title: 'How many resources have each element',
    note: 'An element that is filled with the reason why it is absent counts as filled. chartlift profile tells how far the columns of tables are filled.',
    columns: [text('Type'), text('Element'), count('Resources'), share('Of its type')],
    rows: Object.entries(elements.keys)
      .map(([key, times]) => ({ key: partsOf(key), times }))
      .toSorted((a, b) => ofType(b) - ofType(a) || b.times - a.times)
      .map(({ key: [type = '', element = ''], times }) => [
        type,
        element.startsWith('_') ? `${element.slice(1)}, its extension` : element,
        times,
        { part: times, whole: resources.keys[type] ?? 0 },
      ]),
    shown: 12,
  };
}

interface Compared {
  readonly charts: number;
  of(name: string, side: string): number;
  words(name: string): string;
  readonly note?: string;
}

const compared = (title: string, names: readonly string[], { charts, of, words, note }: Compared): Part => ({
  part: 'table',
  title,
  note,
  columns: [text('What'), count('Source'), count('Written'), share('Of all charts')],
  rows: names.map((name) => {
    const [source, target] = [of(name, 'source'), of(name, 'target')];
    return [words(name), source, target, { part: target, whole: charts }];
  }),
});
