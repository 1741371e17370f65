import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { isLedger } from './claim-run.ts';
import { noRun } from './no-run.ts';
import type { RunOptions } from './options.ts';
import { Refusal } from './refusal.ts';
import { openOtherLedger, type RunLedger } from './run-ledger/run-ledger.ts';

/** Keeps the options of a run in its ledger, without what is secret. */
export function keepOptions(ledger: RunLedger, options: RunOptions): void {
  const { idKey: _, print, ...kept } = options;
  ledger.set('options', {
    ...kept,
    inputs: options.inputs.map((input) => resolve(input)),
    hasKey: options.idKey !== undefined,
  });
  if (print) ledger.set('print', { ...print, fontFallback: undefined });
}

/** The options with which the run of a folder was begun; its key is asked for again. */
export function keptOptions(out: string, idKey: Uint8Array | undefined): RunOptions {
  const name = ledgersIn(out)[0];
  if (name === undefined) {
    throw noRun(out);
  }
  const ledger = openOtherLedger(resolve(out), name);
  try {
    const { hasKey, ...options } = ledger.setting('options') as RunOptions & { hasKey: boolean };
    if (hasKey && idKey === undefined) {
      throw new Refusal('The run was made with a key', 'Give the same --id-key FILE.');
    }
    return { ...options, print: ledger.setting('print') as RunOptions['print'], out, idKey };
  } finally {
    ledger.close();
  }
}

function ledgersIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter(isLedger).sort();
  } catch {
    return [];
  }
}
