import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clinic, run, scratch, write } from './clinic.ts';

const folder = scratch();

describe('--dry-run', () => {
  it('accounts for everything and writes no output', async () => {
    const input = write(join(folder, 'in'), { ...clinic, 'bills.csv': ['Bill,Amount', '1,2'] });
    const [real, dry] = [join(folder, 'real'), join(folder, 'dry')];
    const expected = await run(real, [input]);
    const summary = await run(dry, [input], { dryRun: true });
    expect(readdirSync(dry).sort()).toEqual([
      'issues.ndjson',
      'ledger.ndjson',
      'manifest.json',
      'tally.json',
      'unmapped',
    ]);
    for (const name of ['issues.ndjson', 'ledger.ndjson']) {
      expect(readFileSync(join(dry, name), 'utf8')).toBe(readFileSync(join(real, name), 'utf8'));
    }
    expect(summary.ledger).toEqual(expected.ledger);
    expect(summary.made.resources).toBe(expected.made.resources);
    expect(summary).toMatchObject({ dryRun: true, ending: 'done' });
    expect(existsSync(join(real, 'bundles'))).toBe(true);
  });
});
