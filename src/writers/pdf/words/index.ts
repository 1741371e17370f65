import { en } from './en.ts';
import { es } from './es.ts';
import type { Words } from './words.ts';

/** The languages of the fixed words, by the name `--lang` takes. */
export const languages = { en, es } satisfies Record<string, Words>;

export type { SectionKey } from './section-keys.ts';
