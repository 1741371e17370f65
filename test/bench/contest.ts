import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Answer, Ask } from './contestant.ts';

/** A tool in a process of its own, asked one thing at a time. */
export class Contestant {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async start(tool: 'chartlift' | 'peer'): Promise<Contestant> {
    // Its output is nothing that is measured.
    const child = fork(join(import.meta.dirname, 'contestant.ts'), [tool], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await once(child, 'message');
    return new Contestant(child);
  }

  async ask<A extends Ask>(ask: A, names: readonly string[]): Promise<Answer<A>> {
    this.#child.send({ ask, names });
    const [answer] = await once(this.#child, 'message');
    return answer;
  }

  end(): void {
    this.#child.disconnect();
  }
}
