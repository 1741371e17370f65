import type { Progress } from '../migration/index.ts';

/** How often a run that nobody watches says where it is. */
const linesEvery = 1000;

/** A spinner on a terminal, a line now and then elsewhere, nothing when asked; always on stderr. */
export async function openProgress(quiet: boolean): Promise<Progress> {
  if (quiet) return { begin() {}, advance() {}, end() {} };
  // A terminal of no width (a pipe that plays one) has nowhere to draw.
  return process.stderr.isTTY && process.stderr.columns > 0 ? spinner() : plain();
}

async function spinner(): Promise<Progress> {
  const { default: ora } = await import('ora');
  const spin = ora({
    stream: process.stderr,
    discardStdin: false,
    ...(process.env.NO_COLOR ? { color: false as const } : {}),
  });
  let state = { what: '', done: 0, total: 0 };
  return {
    begin(what, total) {
      state = { what, done: 0, total };
      spin.start(what);
    },
    advance() {
      state.done += 1;
      spin.text = `${state.what} ${state.done}/${state.total}`;
    },
    end() {
      spin.stop();
    },
  };
}

function plain(): Progress {
  let state = { what: '', done: 0, total: 0 };
  return {
    begin(what, total) {
      state = { what, done: 0, total };
    },
    advance() {
      state.done += 1;
      if (state.done % linesEvery === 0) process.stderr.write(`${state.what} ${state.done}/${state.total}\n`);
    },
    end() {},
  };
}
