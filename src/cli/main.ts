import { fileURLToPath } from 'node:url';
import { type Interfaces, run } from '@oclif/core';
import { exitCodeOf, failedBy, failureText } from './failure.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The program: what it writes is its owner's alone, and no error of it quotes the input. */
export async function main(more: Partial<Interfaces.Options> = {}): Promise<void> {
  process.umask(0o077);
  process.stderr.on('error', ignoreClosedPipe);
  process.on('uncaughtException', (error) => process.exit(stop(error)));
  process.on('unhandledRejection', (error) => process.exit(stop(error)));
  try {
    // Nothing that lies in somebody's home becomes a part of the program.
    await run(process.argv.slice(2), { root, userPlugins: false, ...more });
  } catch (error) {
    stop(error);
  }
}

/** A reader that went away, as `| head` does, is no error of ours; oclif sees to stdout. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** Says why the program stops; answers the exit code. */
function stop(error: unknown): number {
  const failed = failedBy(error);
  process.stderr.write(failureText(failed));
  process.exitCode = exitCodeOf(failed);
  return exitCodeOf(failed);
}
