import type { Balance, IssueGroup, RunSummary } from '../migration/index.ts';

const number = (value: number): string => value.toLocaleString('en-US');
const counted = (value: number, one: string, many = `${one}s`): string =>
  `${number(value)} ${value === 1 ? one : many}`;

/** A run as a person reads it: what was read, what was made, what needs attention, where to look. */
export function reportText(summary: RunSummary): string {
  return [
    ...readLines(summary),
    ...madeLines(summary),
    ...accountLines(summary),
    ...issueLines(summary.issues),
    ...unmappedLines(summary),
    ...nextLines(summary),
  ].join('\n');
}

function readLines({ read }: RunSummary): string[] {
  const documents = `${counted(read.documents, 'document')} of ${counted(read.patients, 'patient')}`;
  return [`Read    ${counted(read.files, 'file')}: ${documents} converted`];
}

function madeLines({ made, out }: RunSummary): string[] {
  const parts = [
    counted(made.resources, 'FHIR resource'),
    ...(made.bundles ? [counted(made.bundles, 'bundle')] : []),
    ...(made.records ? [counted(made.records, 'record')] : []),
    ...(made.pdfs ? [counted(made.pdfs, 'printed chart')] : []),
  ];
  return [`Made    ${parts.join(', ')}`, `Where   ${out}`];
}

const states = {
  converted: 'converted',
  merged: 'merged',
  superseded: 'superseded',
  'kept-as-text': 'kept as text',
  'left-out': 'left out',
  quarantined: 'set aside',
} as const satisfies Partial<Record<keyof Balance, string>>;

const units = {
  file: 'Files',
  document: 'Documents',
  header: 'Header',
  narrative: 'Narrative',
  embedded: 'Embedded',
  entry: 'Entries',
} as const;

function accountLines({ ledger }: RunSummary): string[] {
  const lines = Object.entries(units).flatMap(([unit, word]) => {
    const balance = ledger[unit];
    return balance ? [`  ${word.padEnd(10)} ${balanceText(balance)}`] : [];
  });
  return ['', 'Account', ...lines];
}

function balanceText(balance: Balance): string {
  const parts = Object.entries(states).flatMap(([state, word]) => {
    const value = balance[state as keyof typeof states];
    return value ? [`${number(value)} ${word}`] : [];
  });
  const rest = balance.remainder ? [`${number(balance.remainder)} NOT ACCOUNTED FOR`] : [];
  return `${number(balance.read)} read = ${[...parts, ...rest].join(' + ') || '0'}`;
}

function issueLines(issues: readonly IssueGroup[]): string[] {
  if (issues.length === 0) return [];
  return ['', 'Issues', ...issues.flatMap(issueGroupLines)];
}

/** A file's name as a terminal may show it: no escape sequence, no line break. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const printable = (name: string): string => name.replace(/[\x00-\x1f\x7f-\x9f]/g, '?');

/** One group: the words once where all examples have the same, else with each place. */
export function issueGroupLines({ code, severity, count, examples, hint }: IssueGroup): string[] {
  const [words, ...others] = new Set(examples.map(({ text }) => text));
  const common = others.length === 0 ? words : undefined;
  const places = examples.map(({ file, line, text }) => {
    const place = line ? `${printable(file)}:${line}` : printable(file);
    return common ? `      ${place}` : `      ${place}  ${text}`;
  });
  const more = count > examples.length ? [`      and ${number(count - examples.length)} more`] : [];
  return [
    `  ${number(count)} × ${code} (${severity})${common ? `: ${common}` : ''}`,
    ...places,
    ...more,
    ...(hint ? [`      → ${hint}`] : []),
  ];
}

const systemsShown = 10;

function unmappedLines({ unmapped }: RunSummary): string[] {
  if (unmapped.length === 0) return [];
  const lines = unmapped.slice(0, systemsShown).map(({ system, count }) => `  ${number(count)} × ${system}`);
  const more =
    unmapped.length > systemsShown
      ? [`  and ${number(unmapped.length - systemsShown)} more in manifest.json`]
      : [];
  return ['', 'Code systems without a known URI', ...lines, ...more];
}

function nextLines({ ending, issues, made }: RunSummary): string[] {
  const lines = ['', 'Next'];
  if (ending === 'unbalanced')
    lines.push('  The ledger does not balance. Do not use this output; please report it with ledger.ndjson.');
  if (ending === 'nothing-readable')
    lines.push('  Nothing was converted. issues.ndjson says why for each file.');
  if (issues.length > 0) lines.push('  issues.ndjson   every issue with its file and line');
  lines.push('  ledger.ndjson   what became of every file, document and entry');
  if (made.sharedBundles > 0) lines.push('  Load bundles/shared first, then the other bundles.');
  return lines;
}
