import { causeWords, type Difference, differenceOf } from '../reconciliation/index.ts';
import { counted, number } from './report-words.ts';

/** Compares two runs and prints what differs. */
export function showDifference(before: string, after: string, json: boolean): void {
  const difference = differenceOf(before, after);
  process.stdout.write(`${json ? JSON.stringify(difference, null, 2) : differenceText(difference)}\n`);
}

function differenceText({ inputs, rules, types, charts }: Difference): string {
  const files = [
    ...[...inputs.added.map((file) => `+ ${file}`), ...inputs.changed.map((file) => `~ ${file}`)],
    ...inputs.vanished.map((file) => `- ${file}`),
  ];
  return [
    ...section(
      'Inputs',
      files,
      `${counted(files.length, 'file')} ${files.length === 1 ? 'differs' : 'differ'}`,
    ),
    ...section(
      'Rules',
      rules.map(({ what, before, after }) => `${what}: ${before} → ${after}`),
      '',
    ),
    ...(types.length === 0 ? ['The resources are the same.'] : tableOf(types)),
    ...chartLines(charts),
  ].join('\n');
}

const chartsShown = 5;

/** The charts that differ. */
function chartLines(charts: readonly string[]): string[] {
  if (charts.length === 0) return [];
  const more = charts.length - chartsShown;
  return [
    '',
    `Charts  ${counted(charts.length, 'chart')} ${charts.length === 1 ? 'differs' : 'differ'}; bundles/ has each by its id`,
    ...charts.slice(0, chartsShown).map((id) => `  ${id}`),
    ...(more > 0 ? [`  and ${number(more)} more, with --json`] : []),
  ];
}

const most = 20;

function section(title: string, lines: readonly string[], words: string): string[] {
  if (lines.length === 0) return [`${title.padEnd(8)}the same`, ''];
  const more = lines.length > most ? [`  and ${number(lines.length - most)} more`] : [];
  return [
    `${title.padEnd(8)}${words}`.trimEnd(),
    ...lines.slice(0, most).map((line) => `  ${line}`),
    ...more,
    '',
  ];
}

function tableOf(types: Difference['types']): string[] {
  const width = Math.max(...types.map(({ type }) => type.length), 'Resources'.length) + 2;
  const row = (name: string, cells: readonly (string | number)[]) =>
    name.padEnd(width) +
    cells.map((cell) => (typeof cell === 'number' ? number(cell) : cell).padStart(10)).join('');
  return [
    `${row('Resources', ['added', 'changed', 'vanished'])}  because of`,
    ...types.map(({ type, added, changed, vanished, causes }) => {
      const reasons = Object.keys(causes).map((cause) => causeWords[cause as keyof typeof causeWords]);
      return `${row(type, [added, changed, vanished])}  ${reasons.join('; ')}`;
    }),
  ];
}
