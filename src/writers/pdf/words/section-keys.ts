import { sections } from './en.ts';
import type { SectionKey } from './words.ts';

export type { SectionKey } from './words.ts';

/** The names of the sections, in their order. */
export const sectionKeys = Object.keys(sections) as SectionKey[];
