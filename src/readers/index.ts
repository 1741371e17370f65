import { detectCcda, openTrialOfCcda, readCcda, scanCcda } from './ccda/index.ts';
import { detectCcr, readCcr, scanCcr } from './ccr/index.ts';
import type { Detected, Reader } from './reader.ts';
import { detectRecord, readRecord, scanRecord } from './record/index.ts';
import { detectKind } from './xml/kind.ts';

export type {
  Change,
  Focus,
  InputFile,
  PatientScan,
  Reader,
  ReadOptions,
  Refused,
  ScannedFile,
  SiteSystem,
  SourceLiteral,
  Trial,
} from './reader.ts';

export { type DocumentEntry, readEntry, readIndex, scanEntry } from './xdm/index.ts';

/** The input formats, by the name `--from` takes. */
export const readers = {
  ccda: { detect: detectCcda, scan: scanCcda, read: readCcda, openTrial: openTrialOfCcda },
  ccr: { detect: detectCcr, scan: scanCcr, read: readCcr },
  record: { detect: detectRecord, scan: scanRecord, read: readRecord },
} as const satisfies Record<string, Reader>;

export type Format = keyof typeof readers;

/** What a file seems to be that no reader reads. */
export interface Undetected {
  readonly kind: string;
  /** Whether it may hold other files, or names them as the index of a package does. */
  readonly form: 'file' | 'archive' | 'index';
}

/** What a file is, by its first bytes: a format that is read here, or a word for what else it seems to be. */
export function detect(bytes: Uint8Array): { format: Format } | Undetected {
  let seen: Undetected = { kind: 'unknown', form: 'file' };
  for (const [format, reader] of Object.entries(readers) as [Format, Reader][]) {
    const detected: Detected = reader.detect(bytes);
    if ('yes' in detected) return { format };
    if (detected.kind) seen = { kind: detected.kind, form: detected.form ?? 'file' };
  }
  return seen;
}

/** What a file may be a table by: lines of equal cells, or text of which only a mapping can tell. */
export type TableLooks = 'table' | 'text';

/** Whether a file may be a table, by its first bytes. */
export function tableLooks(bytes: Uint8Array): TableLooks | undefined {
  const kind = detectKind(bytes);
  if (kind === 'csv-like') return 'table';
  return ['text', 'json', 'binary', 'empty'].includes(kind) ? 'text' : undefined;
}
