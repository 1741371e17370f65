import { readFileSync } from 'node:fs';
import { Flags } from '@oclif/core';
import type { PrintOptions } from '../migration/index.ts';
import { UsageError } from './usage-error.ts';

/** The sections that can be printed; a test holds them against the writer's table, which is heavy to load. */
export const printSections = [
  'allergies',
  'alerts',
  'problems',
  'medications',
  'results',
  'vitals',
  'immunizations',
  'procedures',
  'encounters',
  'social',
  'family',
  'functional',
  'observations',
  'plan',
  'goals',
  'equipment',
  'messages',
  'insurance',
  'notes',
  'documents',
  'demographics',
  'people',
  'source',
] as const satisfies readonly NonNullable<PrintOptions['sections']>[number][];

const attachable = ['source', 'bundle'] as const;

/** Names with commas between them, each of a list. */
const listOf =
  <T extends string>(flag: string, names: readonly T[]) =>
  async (text: string): Promise<T[]> => {
    const given = text.split(',').map((one) => one.trim());
    const unknown = given.find((one) => !(names as readonly string[]).includes(one));
    if (unknown === undefined) return given as T[];
    throw new UsageError(`${flag} takes names with commas between them`, `They are: ${names.join(', ')}`);
  };

async function parseDay(text: string): Promise<string> {
  const day = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d\d-\d\d$/.test(text) && day.getUTCDate() === Number(text.slice(8))) return text;
  throw new UsageError('--since takes a day', 'For example --since 2024-01-31');
}

async function readFont(path: string): Promise<Uint8Array> {
  try {
    return readFileSync(path);
  } catch {
    throw new UsageError(`--font-fallback: the file ${path} cannot be read`, 'Name a TrueType font (.ttf).');
  }
}

/** The flags of what is printed. */
export const printFlags = {
  sections: Flags.custom<(typeof printSections)[number][]>({
    helpGroup: 'PRINT',
    helpValue: 'NAMES',
    parse: listOf('--sections', printSections),
    summary: 'what to print, as results,notes; allergies are always there',
  })(),
  since: Flags.string({
    helpGroup: 'PRINT',
    helpValue: 'DATE',
    parse: parseDay,
    summary: 'leave results, visits and the like before this day out of the print',
  }),
  encounter: Flags.string({
    helpGroup: 'PRINT',
    helpValue: 'ID',
    summary: 'leave what belongs to other encounters than this out of the print',
  }),
  'mask-ids': Flags.boolean({
    helpGroup: 'PRINT',
    summary: 'show the last four characters of identifiers alone',
  }),
  'large-print': Flags.boolean({ helpGroup: 'PRINT', summary: 'letters of 12 points, for patients' }),
  paper: Flags.option({
    helpGroup: 'PRINT',
    options: ['letter', 'a4'] as const,
    default: 'letter',
    summary: 'size of the paper',
  })(),
  lang: Flags.option({
    helpGroup: 'PRINT',
    options: ['en', 'es'] as const,
    default: 'en',
    summary: 'language of titles and labels; what the source says is not translated',
  })(),
  'font-fallback': Flags.custom<Uint8Array>({
    helpGroup: 'PRINT',
    helpValue: 'FILE',
    parse: readFont,
    summary: 'a TrueType font for letters that ours have not',
  })(),
  'with-scans': Flags.boolean({
    helpGroup: 'PRINT',
    summary: 'scanned documents as an appendix; with pages of PDFs the file is no PDF/A',
  }),
  attach: Flags.custom<(typeof attachable)[number][]>({
    helpGroup: 'PRINT',
    helpValue: 'NAMES',
    parse: listOf('--attach', attachable),
    summary: 'put source or bundle, or both, into the file (PDF/A-3)',
  })(),
};

/** The flags as oclif hands them over. */
export interface PrintFlags {
  readonly sections?: PrintOptions['sections'];
  readonly since?: string | undefined;
  readonly encounter?: string | undefined;
  readonly 'mask-ids': boolean;
  readonly 'large-print': boolean;
  readonly paper: PrintOptions['paper'];
  readonly lang: PrintOptions['language'];
  readonly 'font-fallback'?: Uint8Array | undefined;
  readonly 'with-scans'?: boolean;
  readonly attach?: PrintOptions['attach'] | undefined;
}

/** How a run prints, from its command line. */
export const printOptions = (flags: Partial<PrintFlags>): PrintOptions => ({
  sections: flags.sections,
  since: flags.since,
  encounter: flags.encounter,
  maskIds: flags['mask-ids'] ?? false,
  largePrint: flags['large-print'] ?? false,
  paper: flags.paper ?? 'letter',
  language: flags.lang ?? 'en',
  fontFallback: flags['font-fallback'],
  withScans: flags['with-scans'] ?? false,
  attach: flags.attach ?? [],
});
