import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate, type RunOptions } from '../../src/migration/index.ts';
import { detectKind } from '../../src/readers/xml/kind.ts';
import type { Json } from '../conversion.ts';
import { danglingReferences, repeatedIds } from '../golden/invariants.ts';

const corpus = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus');
const here = existsSync(corpus);
const scratch = mkdtempSync(join(tmpdir(), 'chartlift-corpus-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const quiet = { begin() {}, advance() {}, end() {} };

async function run(name: string, inputs: readonly string[]) {
  const out = join(scratch, name);
  const options: RunOptions = {
    inputs,
    out,
    to: ['bundle', 'ndjson', 'record'],
    bundle: 'transaction',
    per: 'patient',
    maxEntries: 500,
    asOf: '2026-01-01T00:00:00Z',
    crosswalk: true,
    source: 'file',
    fhirFormat: 'json',
    version: '0.0.0',
  };
  return { out, summary: await migrate(options, quiet) };
}

const jsonLines = (text: string): Json[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** The text of every file of a run folder that must not depend on the order of the inputs. */
const contents = (out: string): Map<string, string> =>
  new Map(
    globSync('{bundles,ndjson,records}/**/*.{json,ndjson}', { cwd: out })
      .concat('issues.ndjson', 'ledger.ndjson')
      .toSorted()
      .map((name) => [name, readFileSync(join(out, name), 'utf8')]),
  );

describe.skipIf(!here)(
  `the corpus as one run${here ? '' : ' (skipped: ../shared/corpus is not at hand)'}`,
  async () => {
    const first = here ? await run('first', [corpus]) : undefined;
    const out = first?.out ?? '';
    const ledger = here ? jsonLines(readFileSync(join(out, 'ledger.ndjson'), 'utf8')) : [];

    it('converts every clinical document but the one that is not well-formed', () => {
      const documents = globSync('**/*', { cwd: corpus, withFileTypes: true }).filter(
        (entry) =>
          entry.isFile() &&
          ['cda', 'ccr'].includes(detectKind(readFileSync(join(entry.parentPath, entry.name)))),
      );
      const states = ledger
        .filter(({ unit, file }) => unit === 'document' && !file.includes('!/'))
        .map(({ state }) => state);
      expect(states.filter((state) => state === 'quarantined')).toHaveLength(1);
      expect(states.filter((state) => state === 'converted').length).toBe(documents.length - 1);
    });

    it('gives every file of the input a state', () => {
      const files = globSync('**/*', { cwd: corpus, withFileTypes: true }).filter((entry) => entry.isFile());
      const own = ledger.filter(({ unit, file }) => unit === 'file' && !file.includes('!/'));
      expect(own).toHaveLength(files.length);
    });

    it('accounts for every participant, text, object and entry of every document', () => {
      expect(first?.summary.ending).toBe('losses');
      for (const { remainder } of Object.values(first?.summary.ledger ?? {})) expect(remainder).toBe(0);
    });

    it('holds no reference that leads nowhere, no id twice, no id under two patients', () => {
      const resources = readdirSync(join(out, 'ndjson'))
        .filter((name) => name.endsWith('.ndjson'))
        .flatMap((name) => jsonLines(readFileSync(join(out, 'ndjson', name), 'utf8')));
      expect(resources.length).toBeGreaterThan(3000);
      expect(danglingReferences(resources)).toEqual([]);
      expect(repeatedIds(resources)).toEqual([]);
    });

    it('is the same to the byte on a second run with the inputs in another order', async () => {
      const folders = readdirSync(corpus)
        .map((name) => join(corpus, name))
        .toReversed();
      const second = await run('second', folders);
      const [one, other] = [contents(out), contents(second.out)];
      expect([...other.keys()]).toEqual([...one.keys()]);
      for (const [name, text] of one) expect(other.get(name) === text, name).toBe(true);
    });
  },
  120_000,
);
