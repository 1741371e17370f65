import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Outcome, root, shell, workplace } from '../chartlift.ts';

const canaries = JSON.parse(readFileSync(join(root, 'fixtures', 'canaries.json'), 'utf8')) as string[];
const heardIn = (text: string) => canaries.filter((canary) => text.includes(canary));

let folder: string;
let human: Outcome;
let machine: Outcome;
beforeAll(() => {
  folder = workplace();
  rmSync(join(folder, 'fixtures', 'canaries.json'));
  human = shell(folder, 'chartlift convert fixtures --out human --to bundle --to ndjson');
  machine = shell(folder, 'chartlift convert fixtures --out machine --json');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('messages', () => {
  it('say nothing of any chart', () => {
    const logs = ['issues.ndjson', 'ledger.ndjson', 'manifest.json'].map((name) =>
      readFileSync(join(folder, 'human', name), 'utf8'),
    );
    const said = [human.stdout, human.stderr, machine.stdout, machine.stderr, ...logs];
    expect(said.flatMap(heardIn)).toEqual([]);
  });

  it('would be caught if they did: the output holds what they may not', () => {
    const written = shell(folder, 'cat human/ndjson/*.ndjson').stdout;
    expect(heardIn(written).length).toBeGreaterThan(canaries.length / 4);
  });

  it('have no colour and no spinner without a terminal', () => {
    const colour = String.fromCharCode(27);
    expect([human, machine].filter(({ stdout, stderr }) => `${stdout}${stderr}`.includes(colour))).toEqual(
      [],
    );
    expect(human.stderr).toBe('');
  });

  it('are one JSON object by the committed schema with --json', async () => {
    const { result } = await import('../../src/cli/result.ts');
    const parsed = result.parse(JSON.parse(machine.stdout));
    expect(parsed).toMatchObject({ exitCode: 1, out: 'machine' });
    expect(machine.exit).toBe(1);
  });
});
