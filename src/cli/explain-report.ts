import type { Answer, LineExplanation, Spot } from '../explain/index.ts';
import type { Explained } from './explain-run.ts';

const longest = 200;
const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
};

/** What was found for an element, as a person reads it. */
export function elementText({ address, answers }: Explained): string {
  return [address, ...answers.flatMap(answerLines)].join('\n');
}

function answerLines({ path, value, words, file, spots }: Answer): string[] {
  return [
    `  ${path} = ${short(value)}`,
    `    ${words}`,
    ...spots.flatMap((spot) => spotLines(file ?? '', spot)),
  ];
}

function spotLines(file: string, { line, path, literal }: Spot): string[] {
  const said = literal === undefined ? [] : [`        ${short(literal)}`];
  return [`      ${file}:${line}  ${path}`, ...said];
}

/** What was found for a line of a source, as a person reads it. */
export function lineText({ file, line, elements, gives, within, ledger }: LineExplanation): string {
  const given = gives.filter(({ values }) => values.length > 0);
  return [
    `${file}:${line}`,
    ...elements.map((path) => `  ${path}`),
    ...(given.length > 0
      ? ['', 'Gives', ...given.flatMap(givenLines)]
      : ['', 'No value comes from this line alone']),
    ...(within.length > 0 ? ['', 'Stands in', ...within.map((address) => `  ${address}`)] : []),
    ...(ledger ? ['', 'Account', `  ${ledgerText(ledger)}`] : []),
  ].join('\n');
}

const givenLines = ({ path, literal, values }: LineExplanation['gives'][number]): string[] => [
  `  ${path.slice(path.lastIndexOf('/') + 1)} ${short(literal)}`,
  ...values.map((one) => `    ${one.address}.${one.path} = ${short(one.value)}`),
];

function ledgerText({ unit, state, rule, place }: NonNullable<LineExplanation['ledger']>): string {
  const by = rule === undefined ? '' : ` by ${rule}`;
  return `${unit} of line ${place.line}: ${state.replaceAll('-', ' ')}${by}`;
}
