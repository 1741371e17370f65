import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { idMaker } from '../record/index.ts';
import { convertGroup } from './convert-group.ts';
import type { Examined } from './examine.ts';
import { inputFile } from './file-bytes.ts';
import type { RunOptions } from './options.ts';

// Documents whose text says where the program is to fail on them.
vi.mock('../readers/index.ts', () => ({
  readers: {
    ccda: {
      read: ({ name, bytes }: { name: string; bytes: Uint8Array }) => {
        const text = new TextDecoder().decode(bytes);
        if (text === 'read') throw new TypeError('SECRET');
        return { source: { file: name }, text, ledger: [], issues: [], people: {}, precedence: {} };
      },
    },
  },
}));
vi.mock('../assemble/index.ts', () => ({
  assemble: (contributions: { text: string; source: { file: string } }[]) => {
    if (contributions.some(({ text }) => text === 'assemble')) throw new RangeError('SECRET');
    if (contributions.filter(({ text }) => text === 'together').length > 1) throw new RangeError('SECRET');
    return { record: { files: contributions.map(({ source }) => source.file) }, ledger: [], issues: [] };
  },
}));
vi.mock('./render.ts', () => ({
  renderRecord: () => ({ resources: [], files: [], lines: [], issues: [], index: new Map() }),
}));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartlift-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function document(name: string, text: string): Examined {
  const path = join(folder, name);
  writeFileSync(path, text);
  const { sha256 } = inputFile(name, Buffer.from(text));
  return { name, path, size: text.length, sha256, state: 'document', format: 'ccda', issues: [] };
}

const convert = (...documents: Examined[]) => {
  const group = { id: 'p', documents };
  const {
    documents: kept,
    ledger,
    issues,
  } = convertGroup(group, { per: 'patient' } as RunOptions, { make: idMaker() });
  return { kept: kept.map(({ file }) => file.name), ledger, issues };
};

describe('convertGroup', () => {
  it.each(['read', 'assemble'])('loses only the document on which the program fails to %s', (where) => {
    const { kept, ledger, issues } = convert(
      document('good', 'x'),
      document('bad', where),
      document('too', 'y'),
    );
    expect(kept).toEqual(['good', 'too']);
    expect(issues.map(({ code, place }) => [code, place.file])).toEqual([['internal-error', 'bad']]);
    expect(ledger).toMatchObject([
      { unit: 'file', place: { file: 'bad' }, state: 'quarantined', rule: 'internal-error' },
      { unit: 'document', place: { file: 'bad' }, state: 'quarantined', rule: 'internal-error' },
    ]);
    expect(JSON.stringify({ ledger, issues })).not.toContain('SECRET');
  });

  it('sets all aside that fail only together', () => {
    const { kept, issues } = convert(document('a', 'together'), { ...document('b', 'together') });
    expect(kept).toEqual([]);
    expect(issues).toHaveLength(2);
  });

  it('sets a document aside that changed since it was planned', () => {
    const changed = { ...document('a', 'x'), sha256: 'other' };
    const gone = { ...document('b', 'x'), path: join(folder, 'nowhere') };
    const { kept, issues } = convert(changed, gone);
    expect(kept).toEqual([]);
    expect(issues.map(({ details }) => details?.reason)).toEqual([
      'it changed while the run was reading',
      'ENOENT',
    ]);
  });
});
