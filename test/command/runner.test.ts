import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, shell, workplace } from '../chartlift.ts';

interface Step {
  readonly command: string;
  readonly expected: string;
  readonly exit: number;
}

/**
 * The commands of a file's ```console blocks: `$ command`, what it prints (stdout, then stderr), `exit: N` when it is not 0.
 * In what is expected, `…` stands for anything within a line, and on a line of its own for any lines.
 */
function stepsOf(markdown: string): Step[] {
  const blocks = [...markdown.matchAll(/^```console\n(.*?)^```$/gms)].map(([, block = '']) => block);
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((text) => {
        const [command = '', ...lines] = text.split('\n');
        const exit = lines.findIndex((line) => line.startsWith('exit: '));
        const expected = (exit < 0 ? lines : lines.slice(0, exit)).join('\n').trim();
        return { command, expected, exit: exit < 0 ? 0 : Number(lines[exit]?.slice(6)) };
      }),
  );
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.*');

function patternOf(expected: string): RegExp {
  const lines = expected
    .split('\n')
    .map((line) => (line.trim() === '…' ? '(?:.*\\n)*?' : `${escaped(line)}\\n`));
  return new RegExp(`^${lines.join('')}$`);
}

const files = ['README.md', ...globSync('test/command/*.md', { cwd: root }).sort()];

describe.each(files)('%s', (file) => {
  const steps = stepsOf(readFileSync(join(root, file), 'utf8'));
  let folder: string;
  beforeAll(() => {
    folder = workplace();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has commands', () => expect(steps.length).toBeGreaterThan(0));

  it.each(steps)('$command', ({ command, expected, exit }) => {
    const outcome = shell(folder, command);
    const said = `${outcome.stdout}${outcome.stderr}`.trim();
    if (!patternOf(expected).test(`${said}\n`)) expect(said).toBe(expected);
    expect(outcome.exit).toBe(exit);
  });
});
