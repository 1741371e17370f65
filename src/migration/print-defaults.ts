import type { PrintOptions } from './options.ts';

/** What a run prints with where nothing is asked for. */
export const printDefaults: PrintOptions = {
  paper: 'letter',
  language: 'en',
  largePrint: false,
  maskIds: false,
  attach: [],
};
