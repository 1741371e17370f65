import type { Facts } from '../facts.ts';
import { count, type Part, text } from '../model.ts';
import { partsOf } from '../tally/index.ts';
import { kindWords } from '../words.ts';

interface Translation {
  readonly kind: string;
  readonly target: string;
  readonly times: number;
}

/** The source's words that became a code of another name, by kind: how many became how many. */
export function translationsPart({ translations }: Facts['tally']): Part {
  const all = Object.entries(translations.keys).map(([key, times]): Translation => {
    const [kind = '', , target = ''] = partsOf(key);
    return { kind, target, times };
  });
  return {
    part: 'table',
    title: 'Words of the source that became another code',
    note: 'By a lookup of the mapping, a concept map, or as the standard’s own word for it. Where several words became one code, the source told more apart than the record does. protected/translations.csv has each.',
    columns: [
      text('Kind'),
      count('Words'),
      count('Codes'),
      count('Codes of several words'),
      count('Statements'),
    ],
    rows: [...Map.groupBy(all, ({ kind }) => kind)].map(([kind, own]) => {
      const codes = [...Map.groupBy(own, ({ target }) => target).values()];
      const merged = codes.filter((words) => words.length > 1);
      const statements = own.reduce((sum, { times }) => sum + times, 0);
      return [kindWords(kind), own.length, codes.length, merged.length, statements];
    }),
  };
}
