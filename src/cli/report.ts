import type { IssueGroup, RunSummary } from '../migration/index.ts';
import { tableLines } from './report-tables.ts';
import { balanceText, counted, number, printable } from './report-words.ts';

/** A run as a person reads it: what was read, what was made, what needs attention, where to look. */
export function reportText(summary: RunSummary): string {
  return [
    ...readLines(summary),
    ...scanLines(summary),
    ...madeLines(summary),
    ...tableLines(summary),
    ...accountLines(summary),
    ...issueLines(summary.issues),
    ...unmappedLines(summary),
    ...nextLines(summary),
  ].join('\n');
}

function readLines({ read, ledger }: RunSummary): string[] {
  const rows = ledger['row']?.converted ?? 0;
  const parts = [
    ...(read.documents > 0 || rows === 0 ? [counted(read.documents, 'document')] : []),
    ...(rows > 0 ? [counted(rows, 'row')] : []),
  ];
  const patients = counted(read.patients, 'patient');
  return [`Read    ${counted(read.files, 'file')}: ${parts.join(' and ')} of ${patients} converted`];
}

/** Files that documents and rows name. */
function scanLines({ scans }: RunSummary): string[] {
  if (!scans) return [];
  const { listed, found, pages, setAside, unreadable, notReferenced, referencedTwice } = scans;
  const rest = [
    [setAside, 'missing or empty'],
    [unreadable, 'cut, encrypted or without pages'],
    [notReferenced, 'named by nobody'],
    [referencedTwice, 'named more than once'],
  ] as const;
  const said = rest.flatMap(([count, words]) => (count > 0 ? [`${number(count)} ${words}`] : []));
  const whole = `Scans   ${counted(found, 'file')} of ${counted(pages, 'page')}, listed ${counted(listed, 'time')}`;
  return [[whole, ...said].join('; ')];
}

function madeLines({ made, out, dryRun }: RunSummary): string[] {
  const parts = [
    counted(made.resources, 'FHIR resource'),
    ...(made.bundles ? [counted(made.bundles, 'bundle')] : []),
    ...(made.records ? [counted(made.records, 'record')] : []),
    ...(made.pdfs ? [counted(made.pdfs, 'printed chart')] : []),
  ];
  const words = parts.join(', ');
  return [dryRun ? `Made    ${words}, and wrote none (--dry-run)` : `Made    ${words}`, `Where   ${out}`];
}

const units = {
  file: 'Files',
  document: 'Documents',
  header: 'Header',
  narrative: 'Narrative',
  embedded: 'Embedded',
  entry: 'Entries',
  row: 'Rows',
  column: 'Columns',
} as const;

function accountLines({ ledger }: RunSummary): string[] {
  const lines = Object.entries(units).flatMap(([unit, word]) => {
    const balance = ledger[unit];
    return balance ? [`  ${word.padEnd(10)} ${balanceText(balance, balance.remainder)}`] : [];
  });
  return ['', 'Account', ...lines];
}

function issueLines(issues: readonly IssueGroup[]): string[] {
  if (issues.length === 0) return [];
  return ['', 'Issues', ...issues.flatMap(issueGroupLines)];
}

/** The words once where all examples have the same, else with each place. */
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

function nextLines({ ending, issues, made, ledger }: RunSummary): string[] {
  const lines = ['', 'Next'];
  if (ending === 'unbalanced')
    lines.push('  The ledger does not balance. Do not use this output; please report it with ledger.ndjson.');
  if (ending === 'nothing-readable')
    lines.push('  Nothing was converted. issues.ndjson says why for each file.');
  if (issues.length > 0) lines.push('  issues.ndjson   every issue with its file and line');
  const units = ledger['row'] ? 'file, document, entry, row and column' : 'file, document and entry';
  lines.push(`  ledger.ndjson   what became of every ${units}`);
  if (ledger['row']?.quarantined || ledger['file']?.quarantined)
    lines.push('  quarantine/     what was set aside: mend it, and convert again with --only-quarantine RUN');
  lines.push('  report/         index.html: the reconciliation report, to be read and signed');
  if (made.sharedBundles > 0) lines.push('  Load bundles/shared first, then the other bundles.');
  return lines;
}
