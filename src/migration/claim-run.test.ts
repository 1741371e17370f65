import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimRun } from './claim-run.ts';
import { Refusal } from './refusal.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chartlift-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const claim = (more: Partial<Parameters<typeof claimRun>[0]> = {}) =>
  claimRun({
    out: root,
    identity: { '--to': 'bundle', '--id-key': 'none' },
    asOf: undefined,
    now: '2026-01-01T00:00:00Z',
    force: false,
    ledgerName: 'ledger.db',
    ...more,
  });

describe('claimRun', () => {
  it('refuses a folder that holds something', () => {
    writeFileSync(join(root, 'mine'), '');
    expect(() => claim()).toThrow(Refusal);
  });

  it('refuses a place where no folder can be made', () => {
    writeFileSync(join(root, 'mine'), '');
    expect(() => claim({ out: join(root, 'mine', 'run') })).toThrow(Refusal);
  });

  it('goes on with the clock of the first start', () => {
    claim().close();
    const again = claim({ now: '2026-02-02T00:00:00Z' });
    expect(again.asOf).toBe('2026-01-01T00:00:00Z');
    again.close();
  });

  it('names the option by which a run differs, and no hash of what is secret', () => {
    claim({ identity: { '--to': 'bundle', '--id-key': 'a'.repeat(64) } }).close();
    const other = () => claim({ identity: { '--to': 'ndjson', '--id-key': 'b'.repeat(64) } });
    expect(other).toThrow('--to was bundle and is now ndjson; --id-key is another one');
  });

  it('refuses another clock', () => {
    claim().close();
    expect(() => claim({ asOf: '2026-03-03T00:00:00Z' })).toThrow('--as-of was 2026-01-01T00:00:00Z');
  });

  it('begins anew by force, and removes nothing that no run has written', () => {
    claim().close();
    mkdirSync(join(root, 'bundles'));
    claim({ force: true, identity: { '--to': 'pdf' } }).close();
    expect(existsSync(join(root, 'bundles'))).toBe(false);
    writeFileSync(join(root, 'letter.doc'), '');
    expect(() => claim({ force: true })).toThrow(Refusal);
    expect(readdirSync(root)).toContain('letter.doc');
  });

  it('has one clock for all shares: that of the plan, or one that is given', () => {
    const share = { ledgerName: 'ledger-1-of-2.db', now: undefined };
    expect(() => claim(share)).toThrow('one clock');
    claim().close();
    const second = claim({ ...share, ledgerName: 'ledger-2-of-2.db' });
    expect(second.asOf).toBe('2026-01-01T00:00:00Z');
    second.close();
  });
});
