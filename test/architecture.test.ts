import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = join(import.meta.dirname, '..', 'src');

/** Who may import whom; the longest folder that holds a file speaks for it. */
const mayImport: Record<string, string[]> = {
  issue: [],
  terminology: [],
  record: ['issue', 'terminology'],
  mapping: ['record', 'terminology', 'issue'],
  readers: ['record', 'issue'],
  'readers/xml': ['issue'],
  'readers/ccda': ['readers', 'readers/xml', 'record', 'terminology', 'issue'],
  'readers/ccr': ['readers', 'readers/xml', 'record', 'terminology', 'issue'],
  'readers/csv': ['readers', 'readers/xml', 'mapping', 'record', 'terminology', 'issue'],
  'readers/scans': ['readers'],
  'readers/record': ['readers', 'record', 'terminology', 'issue'],
  'readers/xdm': ['readers', 'readers/xml', 'record', 'terminology', 'issue'],
  assemble: ['record', 'issue'],
  document: ['issue'],
  writers: ['record', 'terminology', 'issue'],
  'writers/fhir': ['record', 'terminology', 'issue'],
  'writers/pdf': ['record', 'terminology', 'issue', 'document'],
  'writers/record': ['record', 'terminology', 'issue'],
  validation: ['readers', 'writers/fhir', 'record', 'issue'],
  // What is counted of a chart while it is at hand; pure, so that any worker can do it.
  'reconciliation/tally': ['record', 'terminology', 'issue'],
  reconciliation: ['reconciliation/tally', 'migration', 'explain', 'document', 'record', 'issue'],
  migration: [
    'reconciliation/tally',
    'mapping',
    'readers',
    'readers/csv',
    'readers/scans',
    'assemble',
    'writers',
    'writers/fhir',
    'writers/pdf',
    'writers/record',
    'document',
    'validation',
    'record',
    'issue',
  ],
  explain: ['readers', 'assemble', 'writers', 'writers/fhir', 'record', 'issue'],
  cli: ['migration', 'reconciliation', 'explain', 'validation', 'readers', 'issue'],
  commands: ['cli', 'migration', 'reconciliation', 'explain'],
};
/** Tables load their own parts; the public API takes from each folder's index. */
const tables: Record<string, string[]> = {
  'readers/index.ts': [
    'readers/ccda',
    'readers/ccr',
    'readers/csv',
    'readers/record',
    'readers/xdm',
    'readers/xml',
  ],
  'writers/index.ts': ['writers/fhir', 'writers/record'],
  'index.ts': Object.keys(mayImport),
};
/** Only these touch the file system, the process or the console. */
const mayTouchTheWorld = ['migration', 'reconciliation', 'cli', 'commands'];

const folders = Object.keys(mayImport).sort((a, b) => b.length - a.length);
const folderOf = (path: string) => folders.find((folder) => path.startsWith(`${folder}/`)) ?? '';
const files = globSync('**/*.ts', { cwd: src }).filter((file) => !file.endsWith('.test.ts'));
const imports = files.flatMap((file) => {
  const text = readFileSync(join(src, file), 'utf8');
  const found = text.matchAll(/(?:from|import\()\s*'([^']+)'/g);
  return [...found].map(([, target = '']) => ({ file, target }));
});
const local = imports
  .filter(({ target }) => target.startsWith('.'))
  .map(({ file, target }) => ({ file, path: relative(src, join(src, dirname(file), target)) }));

describe('architecture', () => {
  it('knows every folder', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => file !== 'index.ts' && folderOf(file) === '')).toEqual([]);
  });

  it('imports only along the table', () => {
    const wrong = local.filter(({ file, path }) => {
      const [from, to] = [folderOf(file), folderOf(path)];
      const allowed = [from, ...(mayImport[from] ?? []), ...(tables[file] ?? [])];
      return !allowed.includes(to);
    });
    expect(wrong).toEqual([]);
  });

  it('imports another folder by its index', () => {
    const inner = local.filter(({ file, path }) => {
      const parent = folderOf(file).split('/')[0] ?? '';
      return (
        folderOf(file) !== folderOf(path) && !path.startsWith(`${parent}/`) && !path.endsWith('/index.ts')
      );
    });
    // Commands take single files of cli; the words of a failure must not load the whole migration.
    const told = inner.filter(({ path }) => !path.startsWith('cli/') && path !== 'migration/failures.ts');
    expect(told).toEqual([]);
  });

  it('leaves file system, process and console to those who run', () => {
    const worldly = /^(node:)?(fs|fs\/promises|child_process|process|net|http|https|os)$/;
    const wrong = imports.filter(({ file, target }) => {
      return worldly.test(target) && !mayTouchTheWorld.includes(folderOf(file));
    });
    expect(wrong).toEqual([]);
    const speaking = files.filter((file) => {
      const text = readFileSync(join(src, file), 'utf8');
      return !mayTouchTheWorld.includes(folderOf(file)) && /\bprocess\.|\bconsole\./.test(text);
    });
    expect(speaking).toEqual([]);
  });

  /** Those who tell how long work took, and when it was done: in ledger.db and on the terminal, never in an output. */
  const tellTime = [
    'cli/progress.ts',
    'migration/run-ledger/run-ledger.ts',
    'migration/session.ts',
    'migration/workers/bench.ts',
  ];

  it('has one clock', () => {
    const clocks = files.filter((file) =>
      /new Date\(\)|Date\.now\(|performance\.now/.test(readFileSync(join(src, file), 'utf8')),
    );
    expect(clocks.toSorted()).toEqual(['cli/flags.ts', ...tellTime].sort());
  });
});
