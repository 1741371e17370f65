import { codesEn } from './en-codes.ts';
import { labels } from './en-labels.ts';
import { sentences } from './en-sentences.ts';
import { sections } from './section-keys.ts';
import type { Words } from './words.ts';

/** English. */
export const en: Words = { language: 'en', ...codesEn, label: labels, section: sections, say: sentences };
