import {
  appendFileSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, type RunOptions } from '../../src/migration/index.ts';
import { type Reconciled, reconcile } from '../../src/reconciliation/index.ts';
import { root as home } from '../chartlift.ts';

const root = mkdtempSync(join(tmpdir(), 'chartlift-report-'));
afterAll(() => rmSync(root, { recursive: true }));

const fixture = (name: string) => join(home, 'fixtures', name);
const run = async (name: string, inputs: readonly string[], more: Partial<RunOptions> = {}) => {
  const out = join(root, name);
  const options: RunOptions = {
    inputs,
    out,
    to: ['bundle'],
    bundle: 'transaction',
    per: 'patient',
    maxEntries: 500,
    asOf: '2026-01-01T00:00:00Z',
    crosswalk: false,
    source: 'file',
    fhirFormat: 'json',
    profile: 'us-core',
    version: '0.0.0',
    ...more,
  };
  await migrate(options, { begin() {}, advance() {}, end() {} });
  return out;
};
const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

let everything: string;
let whole: Reconciled;
let charts: string;
beforeAll(async () => {
  const documents = ['ccd-r21', 'ccd-r21-later-version', 'hazards', 'shared-mrn-a', 'shared-mrn-b'];
  charts = await run(
    'charts',
    documents.map((name) => fixture(`ccda/${name}.xml`)),
  );
  everything = await run('everything', [fixture('ccda'), fixture('ccda-bad'), fixture('csv/openemr')]);
  whole = await reconcile(everything);
}, 60_000);

describe('the report of a run', () => {
  it('is what was read before it was committed', async () => {
    const { folder, remainder } = await reconcile(charts);
    expect(remainder).toBe(0);
    await expect(read(folder, 'report.json')).toMatchFileSnapshot(join(import.meta.dirname, 'report.snap'));
  });

  it('is the same each time it is made', async () => {
    const files = ['report.json', 'index.html', 'report.pdf', 'protected/patients.csv'];
    const once = await reconcile(charts);
    const before = files.map((name) => read(once.folder, name));
    await reconcile(charts);
    expect(files.map((name) => read(once.folder, name))).toEqual(before);
  });

  it('holds patient data in its protected part alone', () => {
    const canaries = JSON.parse(readFileSync(fixture('canaries.json'), 'utf8')) as string[];
    const { folder } = whole;
    const open = globSync('{*.html,*.json,tables/*}', { cwd: folder });
    expect(open.length).toBeGreaterThan(20);
    const said = open.map((name) => read(folder, name)).join('\n');
    expect(canaries.filter((canary) => said.includes(canary))).toEqual([]);
    const kept = read(folder, 'protected/patients.csv');
    expect(canaries.filter((canary) => kept.includes(canary)).length).toBeGreaterThan(20);
    for (const name of globSync('**/*.*', { cwd: folder })) {
      expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    }
  });

  it('loads nothing and runs nothing', () => {
    const page = read(whole.folder, 'index.html');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|(src|href)="(?!#)/);
  });

  it('shouts where one number stands on charts of different people', async () => {
    const { report } = await reconcile(charts);
    expect(report.verdict.words.join(' ')).toMatch(
      /identifiers? (is|are) shared by charts of different people/,
    );
    expect(report.sections.find(({ id }) => id === 'identity')?.standing).toBe('look');
  });
});

describe('a balance that is broken', () => {
  const tampered = async (name: string, tamper: (out: string) => void) => {
    const out = await run(name, [fixture('ccda/shared-mrn-a.xml')]);
    tamper(out);
    return reconcile(out);
  };
  const ledger = (out: string) => join(out, 'ledger.ndjson');

  it('is found where a line of the ledger is gone', async () => {
    const { remainder, report } = await tampered('gone', (out) => {
      const lines = readFileSync(ledger(out), 'utf8').trimEnd().split('\n');
      writeFileSync(ledger(out), `${lines.slice(0, -1).join('\n')}\n`);
    });
    expect(remainder).toBe(1);
    expect(report.verdict).toMatchObject({ standing: 'bad', headline: '1 unit not accounted for' });
  });

  it('is found where a line stands twice', async () => {
    const { remainder } = await tampered('twice', (out) => {
      const lines = readFileSync(ledger(out), 'utf8').trimEnd().split('\n');
      appendFileSync(ledger(out), `${lines.at(-1)}\n`);
    });
    expect(remainder).toBe(1);
  });

  it('does not hide behind another of the same kind', async () => {
    const { report } = await tampered('output', (out) => {
      const [bundle] = globSync('bundles/*.json', { cwd: out });
      rmSync(join(out, `${bundle}`));
    });
    expect(report.verdict.standing).toBe('bad');
    expect(report.sections.find(({ id }) => id === 'documents')?.standing).toBe('bad');
  });

  it('is found where another resource lies in a file than was written', async () => {
    const { report } = await tampered('other', (out) => {
      const [bundle] = globSync('bundles/*.json', { cwd: out });
      const path = join(out, `${bundle}`);
      const text = readFileSync(path, 'utf8');
      writeFileSync(
        path,
        text.replace(
          /("resourceType":"Condition","id":")(.)/,
          (_, before, digit) => `${before}${digit === '0' ? '1' : '0'}`,
        ),
      );
    });
    const { standing, lead } = report.sections.find(({ id }) => id === 'records') ?? {};
    expect({ standing, lead }).toMatchObject({
      standing: 'bad',
      lead: expect.stringContaining('do not hold what was written: Condition (bundles)'),
    });
  });
});

describe('thresholds', () => {
  it('are held against the run, numbers and parts', async () => {
    const { report } = await reconcile(everything, {
      thresholds: { remainder: 0, 'rows-set-aside': 1, 'uncoded-statements': '50%' },
    });
    const passed = Object.fromEntries(report.checks.map((check) => [check.name, check.passed]));
    expect(passed).toEqual({ remainder: true, 'rows-set-aside': false, 'uncoded-statements': true });
  });

  it('of the run hold where none are given', async () => {
    const out = await run('limited', [fixture('ccda/shared-mrn-a.xml')], { thresholds: { errors: 0 } });
    const { report } = await reconcile(out);
    expect(report.checks).toMatchObject([{ name: 'errors', passed: true }]);
  });
});
