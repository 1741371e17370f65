import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documentFile, type Embedded } from '../../record/index.ts';
import type { ReadDocument } from '../read-group.ts';
import { scannedFile } from './scanned-file.ts';

/** Content that a run kept beside a record of its, as the record names it. */
export function keptContents(documents: readonly ReadDocument[]): Embedded[] {
  return documents.flatMap(({ file: { path, member }, contribution }) => {
    // What is no record brings its content along, and nothing lies beside a record that was packed alone.
    if (!contribution.settled || member) return [];
    const named = new Map(namedIn(contribution.statements).map((one) => [one.sha256, one]));
    const run = dirname(dirname(path));
    return [...named.values()].flatMap((one) => keptIn(run, one) ?? []);
  });
}

interface Named {
  readonly sha256: string;
  readonly contentType?: string | undefined;
}

/** All that names bytes by their hash. */
function namedIn(value: unknown): Named[] {
  if (value === null || typeof value !== 'object') return [];
  if ('sha256' in value && !('file' in value)) return [value as Named];
  return Object.values(value).flatMap(namedIn);
}

function keptIn(run: string, { sha256, contentType }: Named): Embedded | undefined {
  const name = documentFile(sha256, contentType);
  const path = join(run, name);
  // A record is input: it must not lead to other places than the run's own.
  if (!/^[0-9a-f]{64}$/.test(sha256) || !existsSync(path)) return undefined;
  const found = scannedFile({ name, path });
  if (found?.sha256 !== sha256) return undefined;
  const { faults, ...facts } = found;
  return { ...facts, mediaType: found.mediaType ?? contentType, isFaulty: faults.some(isFault), file: name };
}

const isFault = (fault: string): boolean => fault !== 'misnamed';
