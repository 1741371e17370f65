import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What veraPDF does not find to be what it says it is. */
function faultsOf(judge: string, flavour: string, files: readonly string[]): number {
  const { stdout, status } = spawnSync(judge, [flavour, ...files], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const lines = stdout.trim().split('\n');
  if (lines.length < files.length) throw new Error(`veraPDF could not run (${status})`);
  const faults = lines.filter((line) => !line.includes('compliant=true'));
  console.log(`  veraPDF ${flavour}: ${files.length} files, ${faults.length} faults`);
  for (const line of faults.slice(0, 10)) console.log(`    ${basename(line)}`);
  return faults.length;
}

/** Prints everything below a folder, some of it with its sources inside; answers the number of faults. */
export function judgePrinted(
  input: string,
  scratch: string,
  { program, judge }: { program: string; judge: string },
): number {
  const print = (out: string, more: readonly string[] = []) => {
    const flags = ['--out', out, '--as-of', '2026-01-01T00:00:00Z', '--json', ...more];
    const { status } = spawnSync(process.execPath, [program, 'print', input, ...flags], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    if (status !== 0 && status !== 1) throw new Error(`printing ended with ${status}`);
    return globSync(join(out, 'pdf', '*.pdf')).toSorted();
  };
  const plain = print(join(scratch, 'plain'));
  const attached = print(join(scratch, 'attached'), ['--attach', 'source,bundle']).slice(0, 20);
  return (
    faultsOf(judge, '2a', plain) +
    faultsOf(judge, 'ua1', plain) +
    faultsOf(judge, '3a', attached) +
    faultsOf(judge, 'ua1', attached)
  );
}
