import type { SourcePoint } from '../record/index.ts';

/** What one source gave to one statement: all its fields, or only those named. */
export interface FieldSource {
  readonly file: string;
  readonly fields: Readonly<Record<string, readonly SourcePoint[]>>;
  readonly only?: readonly string[];
}

/** The side table of a record: `kind/id` → field → `file:line path`. */
export function renderTrace(
  traced: readonly (readonly [ref: string, sources: readonly FieldSource[]])[],
): Record<string, Record<string, string[]>> {
  return Object.fromEntries(
    traced
      .map(([ref, sources]) => [ref, fieldsOf(sources)] as const)
      .filter(([, fields]) => Object.keys(fields).length > 0),
  );
}

function fieldsOf(sources: readonly FieldSource[]): Record<string, string[]> {
  const table: Record<string, string[]> = {};
  for (const { file, fields, only } of sources) {
    for (const [field, points] of Object.entries(fields)) {
      if (points.length === 0 || (only && !only.includes(field))) continue;
      table[field] ??= points.map((point) => `${point.file ?? file}:${point.line} ${point.path()}`);
    }
  }
  return table;
}
