import { pathToFileURL } from 'node:url';
import { type Answer, type Chart, explain, openChart } from '../../src/explain/index.ts';
import type { InputFile } from '../../src/readers/index.ts';
import { fhirOptions, make } from '../conversion.ts';
import { corpusDocuments } from './corpus.ts';
import { judge, type Verdict } from './explain-judge.ts';

const documents = Number(process.env['DOCS'] ?? 10);
const elements = Number(process.env['ELS'] ?? 50);
/** Larger documents would take minutes: each experiment reads the document again. */
const largest = 3_000_000;

/** One element that was explained, and what an independent look at the source says of the answer. */
export interface Checked {
  readonly file: string;
  readonly address: string;
  readonly answer: Answer;
  readonly verdict: Verdict;
}

/** Explains random elements of random documents of the corpus, the same for the same seed. */
export function checkExplain(seed: number): Checked[] {
  const random = randomOf(seed);
  const files = corpusDocuments().filter(({ bytes }) => bytes.length < largest);
  const charts: { file: InputFile; chart: Chart }[] = [];
  while (charts.length < documents) {
    const [file] = files.splice(Math.floor(random() * files.length), 1);
    if (!file) break;
    const chart = openChart([file], { reading: { make }, fhir: fhirOptions });
    if (chart.resources.size > 10) charts.push({ file, chart });
  }
  return Array.from({ length: elements }, (_, index) => checkOne(charts[index % charts.length], random));
}

function checkOne(of: { file: InputFile; chart: Chart } | undefined, random: () => number): Checked {
  if (!of) throw new RangeError('the corpus has no document that is small enough');
  const { file, chart } = of;
  // By resource first: a Composition has more values than all others together.
  const address = pick([...chart.resources.keys()], random);
  const path = pick([...(chart.resources.get(address)?.leaves.keys() ?? [])], random);
  const explanation = explain(chart, address, path);
  const answer = 'answers' in explanation ? explanation.answers.find((one) => one.path === path) : undefined;
  if (!answer) throw new RangeError(`no answer for ${address}.${path}`);
  return { file: file.name, address, answer, verdict: judge(answer, file.bytes) };
}

const pick = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)] as T;

/** A generator of numbers from 0 to 1 (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The table, without values: the corpus is not quoted. */
export function tableOf(checked: readonly Checked[]): string {
  const rows = checked.map(({ file, address, answer, verdict }) =>
    [
      verdict.right ? 'right' : 'WRONG',
      answer.way.padEnd(9),
      verdict.by.padEnd(11),
      `${address.split('/')[0]}.${answer.path}`.padEnd(60),
      `${file.split('/').at(-1)}:${answer.spots[0]?.line ?? '-'}`,
    ].join('  '),
  );
  const right = checked.filter(({ verdict }) => verdict.right).length;
  return [...rows, `${right} of ${checked.length} right`].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const seed = Number(process.argv[2] ?? 20_260_101);
  process.stdout.write(`seed ${seed}\n${tableOf(checkExplain(seed))}\n`);
}
