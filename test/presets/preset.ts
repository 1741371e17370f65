import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Json } from '../conversion.ts';
import { jsonLines, resources, rowStates, run } from '../tables/clinic.ts';

/** What a preset made of its fixture. */
export interface PresetRun {
  /** All resources of a type. */
  of(type: string): Json[];
  /** The one resource that bears a row's number, by the end of its system: `labs/7`. */
  row(type: string, number: string): Json;
  /** Rows that were not converted, as `file:line state rule`. */
  readonly unconverted: readonly string[];
  /** Columns that hold something and that nothing reads, as `file column`. */
  readonly unread: readonly string[];
  /** The codes of issues, each once. */
  readonly issues: readonly string[];
  readonly out: string;
}

/** Converts a folder by a preset. */
export async function runPreset(preset: string, input: string): Promise<PresetRun> {
  const folder = mkdtempSync(join(tmpdir(), `chartlift-${preset}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const out = join(folder, 'out');
  await run(out, [input], { mapping: preset });
  const of = (type: string) => resources(out, type);
  return {
    of,
    row(type, number) {
      const [table = '', value] = number.split('/');
      const found = of(type).filter((one) => (one.identifier ?? []).some(isNumber(table, value)));
      if (found.length !== 1) throw new Error(`${found.length} ${type} of ${number}`);
      return found[0];
    },
    unconverted: rowStates(out).filter((state) => !state.includes(' converted')),
    unread: jsonLines(out, 'ledger.ndjson')
      .filter(({ unit, rule }) => unit === 'column' && (rule === 'no-rule' || rule === 'not-read'))
      .map(({ file, path, rule }) => `${file} ${path} ${rule}`),
    issues: [...new Set(jsonLines(out, 'issues.ndjson').map(({ code }) => code))].sort(),
    out,
  };
}

const isNumber = (table: string, value: string | undefined) => (one: Json) =>
  one.value === value && String(one.system).endsWith(`:${table}`);

/** The codes of a concept, as `code` in their order. */
export const codes = (concept: Json): string[] => (concept?.coding ?? []).map(({ code }: Json) => code);

export const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'csv');
