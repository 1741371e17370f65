import type { Where } from './source.ts';

/** Misses of one document: `item: fact, fact; item`, by where the document states them. */
export type Listed = Readonly<Partial<Record<Where, string>>>;

/** The misses of a listing, each as `where item: fact`. */
export const missesIn = (listed: Listed): string[] =>
  Object.entries(listed).flatMap(([where, items]) =>
    items.split('; ').flatMap((item) => {
      // The name of an item may have a colon itself; its facts stand after the last one.
      const [, name = item, facts] = /^(.*): (\w+(?:, \w+)*)$/.exec(item) ?? [];
      return facts && !name.startsWith('narrative')
        ? facts.split(', ').map((fact) => `${where} ${name}: ${fact}`)
        : [`${where} ${item}`];
    }),
  );

/** An active statement that the sheet lacks: what it became, and the line that states it. */
export interface Beside {
  readonly what: string;
  readonly line: number;
}
