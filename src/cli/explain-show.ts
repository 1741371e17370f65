import { writeFileSync } from 'node:fs';
import { page } from '../explain/index.ts';
import { elementText, lineText } from './explain-report.ts';
import { elementJson, lineJson } from './explain-result.ts';
import { explainInRun, explainSource, parseAddress } from './explain-run.ts';
import { UsageError } from './usage-error.ts';

/** How the answer is shown. */
interface Shown {
  readonly json: boolean;
  readonly html: string | undefined;
}

interface Keyed {
  readonly folder: string;
  readonly key: Uint8Array | undefined;
}

/** Prints where an element comes from, and writes the page that was asked for. */
export function showElement({ folder, key, text }: Keyed & { text: string }, { json, html }: Shown): void {
  const explained = explainInRun(folder, parseAddress(text), key);
  if (html !== undefined) writePage(html, page(explained));
  print(json ? elementJson(explained) : elementText(explained));
}

/** Prints what comes from a line. */
export function showLine(
  { folder, key, source, line }: Keyed & { source: string; line: number },
  { json, html }: Shown,
): void {
  if (html !== undefined)
    throw new UsageError('--html shows an element', 'Give Type/id instead of --source.');
  const said = explainSource(folder, { source, line }, key);
  print(json ? lineJson(said) : lineText(said));
}

const print = (shown: string | object): void => {
  process.stdout.write(`${typeof shown === 'string' ? shown : JSON.stringify(shown, null, 2)}\n`);
};

/** The page holds patient data: it is its owner's alone, and no file is replaced by it. */
function writePage(path: string, html: string): void {
  try {
    writeFileSync(path, html, { mode: 0o600, flag: 'wx' });
  } catch {
    throw new UsageError(`--html: ${path} cannot be written`, 'Name a new file in a folder that is there.');
  }
}
