import { extname } from 'node:path';
import { wordsOf } from '../../issue/index.ts';
import { csvLine } from '../csv.ts';
import type { Examined } from '../examine.ts';
import { bytesOf, inputFile } from '../file-bytes.ts';
import type { RunFolder } from '../run-folder.ts';

/** Where inputs that were set aside are kept, and the table that names them. */
export const inputsFolder = 'quarantine/inputs';
export const inputsTable = `${inputsFolder}/inputs.csv`;
/** Its columns: the name in the input, its hash, why it was set aside, and the copy that may be mended. */
export const inputColumns = ['_file', '_sha256', '_rule', '_reason', '_copy'] as const;

/** Larger ones are named and not copied. */
const largest = 100_000_000;

/** An input that was set aside, and by which rule. */
export interface InputAside {
  readonly file: Examined;
  readonly rule: string;
}

/** Copies the inputs that were set aside, and says why: they are mended there and taken again. */
export function keepInputs(folder: RunFolder, aside: readonly InputAside[]): void {
  if (aside.length === 0) return;
  const table = folder.append(inputsTable);
  table.write(csvLine(inputColumns), 0);
  const kept = new Set<string>();
  for (const { file, rule } of aside) {
    const copy = copyOf(file);
    if (copy && !kept.has(copy.name)) folder.write(`${inputsFolder}/${copy.name}`, copy.bytes);
    if (copy) kept.add(copy.name);
    table.write(csvLine([file.name, file.sha256, rule, reasonOf(file, rule), copy?.name]));
  }
  table.close();
}

/** The bytes as they were looked at; what cannot be read has no copy. */
function copyOf(file: Examined): { readonly name: string; readonly bytes: Uint8Array } | undefined {
  if (file.sha256 === '' || file.size > largest) return undefined;
  try {
    const bytes = bytesOf(file);
    if (!bytes || inputFile(file.name, bytes).sha256 !== file.sha256) return undefined;
    const ending = /^\.\w{1,8}$/.exec(extname(file.name))?.[0].toLowerCase() ?? '';
    return { name: `${file.sha256}${ending}`, bytes };
  } catch {
    return undefined;
  }
}

const words: Readonly<Record<string, string>> = {
  'internal-error': 'the program failed on it',
  'changed-while-reading': 'it changed while the run was reading',
};

const reasonOf = ({ issues: [issue] }: Examined, rule: string): string =>
  issue
    ? wordsOf(issue)
    : (words[rule] ?? 'it could not be read when it was converted; issues.ndjson says why');
