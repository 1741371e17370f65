import { globSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { outputOf } from './judges.ts';
import { root, shared } from './places.ts';

/** What is said of the printed charts. */
interface Verdict {
  readonly faults: number;
  readonly lines: readonly string[];
}

/**
 * Prints all inputs, and those of the project with their sources inside; each file is judged with `all`, else the
 * project's own, the longest and some others.
 */
export async function judgePrinted(
  inputs: readonly (readonly [title: string, input: string])[],
  scratch: string,
  all: boolean,
): Promise<Verdict> {
  const verdicts: Verdict[] = [];
  for (const [title, input] of inputs) {
    const plain = await printed(input, join(scratch, `${title}, plain`));
    const judged = all || title === 'fixtures' ? plain : someOf(plain);
    verdicts.push(await verdictOn('2a', judged), await verdictOn('ua1', judged));
    if (title !== 'fixtures' && !all) continue;
    const attached = await printed(input, join(scratch, `${title}, attached`), ['--attach', 'source,bundle']);
    verdicts.push(
      await verdictOn('3a', attached.slice(0, 20)),
      await verdictOn('ua1', attached.slice(0, 20)),
    );
  }
  return {
    faults: verdicts.reduce((sum, { faults }) => sum + faults, 0),
    lines: ['printed charts', ...verdicts.flatMap(({ lines }) => lines)],
  };
}

async function printed(input: string, out: string, more: readonly string[] = []): Promise<string[]> {
  const program = join(root, 'bin', 'run.js');
  const flags = ['--out', out, '--as-of', '2026-01-01T00:00:00Z', '--json', ...more];
  await outputOf(process.execPath, [program, 'print', input, ...flags]);
  return globSync(join(out, 'pdf', '*.pdf')).toSorted();
}

/** The four longest, and every tenth of the others. */
function someOf(files: readonly string[]): string[] {
  const bySize = files.toSorted((a, b) => statSync(b).size - statSync(a).size);
  return bySize.filter((_, at) => at < 4 || at % 10 === 0);
}

/** What veraPDF does not find to be what it says it is. */
async function verdictOn(flavour: string, files: readonly string[]): Promise<Verdict> {
  const output = await outputOf(join(shared, 'oracle', 'verapdf'), [flavour, ...files]);
  const lines = output.trim().split('\n');
  if (lines.length < files.length) throw new Error('veraPDF could not run');
  const faults = lines.filter((line) => !line.includes('compliant=true'));
  const heading = `  veraPDF ${flavour}: ${files.length} files, ${faults.length} faults`;
  return {
    faults: faults.length,
    lines: [heading, ...faults.slice(0, 10).map((line) => `    ${basename(line)}`)],
  };
}
