import type { Progress } from '../migration/index.ts';
import { counted, number } from './report-words.ts';
import type { ProgressForm } from './run-flags.ts';

/** How often a run that nobody watches says where it is, in milliseconds. */
const lineEvery = 60_000;
/** The same for other programs, and for the eye. */
const jsonEvery = 1000;
const drawEvery = 100;

const severities = ['fatal', 'error', 'warning', 'information'] as const;
type Counts = Record<(typeof severities)[number], number>;

/** Where a run is. */
interface State {
  what: string;
  done: number;
  total: number;
  begun: number;
  readonly issues: Counts;
}

/** What shows a state. */
interface Display {
  begin(state: State): void;
  /** It changed; whether it is shown is the display's own. */
  show(state: State): void;
  end(): void;
}

/** A spinner on a terminal, a line a minute elsewhere, lines of JSON or nothing when asked; always on stderr. */
export async function openProgress(form: ProgressForm): Promise<Progress> {
  const display = await displayOf(form);
  let state: State = {
    what: '',
    done: 0,
    total: 0,
    begun: 0,
    issues: { fatal: 0, error: 0, warning: 0, information: 0 },
  };
  return {
    begin(what, total) {
      state = { ...state, what, total, done: 0, begun: performance.now() };
      display.begin(state);
    },
    advance(count = 1) {
      state.done = Math.min(state.total, state.done + count);
      display.show(state);
    },
    issues(counts) {
      for (const severity of severities) state.issues[severity] += counts[severity] ?? 0;
    },
    end: display.end,
  };
}

async function displayOf(form: ProgressForm): Promise<Display> {
  if (form === 'none') return { begin() {}, show() {}, end() {} };
  if (form === 'json') return lines(jsonEvery, jsonText, true);
  // A terminal of no width (a pipe that plays one) has nowhere to draw.
  return process.stderr.isTTY && process.stderr.columns > 0 ? spinner() : lines(lineEvery, stateText);
}

async function spinner(): Promise<Display> {
  const { default: ora } = await import('ora');
  const spin = ora({
    stream: process.stderr,
    discardStdin: false,
    ...(process.env.NO_COLOR ? { color: false as const } : {}),
  });
  let drawn = 0;
  return {
    begin: ({ what }) => void spin.start(what),
    show(state) {
      if (performance.now() - drawn < drawEvery) return;
      drawn = performance.now();
      spin.text = stateText(state);
    },
    end: () => void spin.stop(),
  };
}

/** A line at most so often; other programs hear of each stage when it begins, people of none that is soon over. */
function lines(every: number, text: (state: State) => string, tellsBegin = false): Display {
  let last = 0;
  return {
    begin(state) {
      last = performance.now();
      if (tellsBegin) process.stderr.write(`${text(state)}\n`);
    },
    show(state) {
      if (performance.now() - last < every) return;
      last = performance.now();
      process.stderr.write(`${text(state)}\n`);
    },
    end() {},
  };
}

/** Where a run is, as a person reads it. */
export function stateText(state: State): string {
  const { what, done, total, issues } = state;
  const { rate, left } = paceOf(state);
  const parts = [`${what} ${number(done)}/${number(total)}`];
  if (rate >= 1) parts.push(`${number(Math.round(rate))} a second`);
  if (left !== undefined && left >= 1) parts.push(`${durationText(left)} left`);
  const told = [
    ...(issues.fatal + issues.error > 0 ? [counted(issues.fatal + issues.error, 'error')] : []),
    ...(issues.warning > 0 ? [counted(issues.warning, 'warning')] : []),
  ];
  return [...parts, ...told].join(' · ');
}

const jsonText = (state: State): string => {
  const { what: stage, done, total, issues } = state;
  const { rate, left } = paceOf(state);
  return JSON.stringify({
    stage,
    done,
    total,
    perSecond: Math.round(rate),
    secondsLeft: left && Math.round(left),
    issues,
  });
};

/** How many a second, and how many seconds are left. */
function paceOf({ done, total, begun }: State): { rate: number; left: number | undefined } {
  const seconds = (performance.now() - begun) / 1000;
  const rate = seconds > 0 ? done / seconds : 0;
  return { rate, left: rate > 0 && seconds > 2 ? (total - done) / rate : undefined };
}

/** Seconds in words, no finer than helps. */
export function durationText(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
