import { causeWords, type Difference, differenceOf } from '../reconciliation/index.ts';
import { counted, number } from './report-words.ts';

/** Compares two runs and prints what differs. */
export function showDifference(before: string, after: string, json: boolean): void {
  const difference = differenceOf(before, after);
  process.stdout.write(`${json ? JSON.stringify(difference, null, 2) : differenceText(difference)}\n`);
}

function differenceText({ inputs, rules, types }: Difference): string {
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
  ].join('\n');
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
    row('Resources', ['added', 'changed', 'vanished']),
    ...types.map(({ type, added, changed, vanished, causes }) => {
      const reasons = Object.keys(causes).map((cause) => causeWords[cause as keyof typeof causeWords]);
      return `${row(type, [added, changed, vanished])}  ${reasons.join('; ')}`;
    }),
  ];
}
