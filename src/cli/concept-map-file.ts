import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { CodeMapping } from '../migration/index.ts';
import { UsageError } from './usage-error.ts';

const columns = ['source_system', 'source_code', 'target_system', 'target_code'] as const;
const hint = `A FHIR ConceptMap (R4, JSON), or CSV with the columns ${columns.join(',')} and perhaps target_display,equivalence.`;

/** What may stand beside the source's code without saying more than it: the same, or a wider meaning. */
const truthful = new Set(['equal', 'equivalent', 'wider', 'subsumes']);

const fault = (what: string): UsageError => new UsageError(`--concept-map: ${what}`, hint);

/** The value of `--concept-map`: a site's own translations of codes. */
export async function readConceptMap(path: string): Promise<readonly CodeMapping[]> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw fault(`the file ${path} cannot be read`);
  }
  const mappings = /^\s*\{/.test(text) ? fromJson(text) : fromCsv(text);
  if (mappings.length === 0) throw fault('the file holds no mapping that could be used');
  return mappings;
}

function fromCsv(text: string): CodeMapping[] {
  let rows: Record<string, string>[];
  try {
    rows = parse(text, { bom: true, columns: true, skip_empty_lines: true, trim: true });
  } catch {
    throw fault('not CSV');
  }
  return rows.flatMap((row, index) => {
    const missing = columns.find((name) => !row[name]);
    if (missing !== undefined) throw fault(`row ${index + 1} has no ${missing}`);
    return mappingOf(row);
  });
}

function mappingOf(row: Record<string, string>): CodeMapping[] {
  if (!truthful.has(row['equivalence'] || 'equivalent')) return [];
  const display = row['target_display'];
  return [
    {
      source: { system: row['source_system'] ?? '', code: row['source_code'] ?? '' },
      target: {
        system: row['target_system'] ?? '',
        code: row['target_code'] ?? '',
        ...(display && { display }),
      },
    },
  ];
}

interface Target {
  readonly code?: string;
  readonly display?: string;
  readonly equivalence?: string;
}

interface Group {
  readonly source?: string;
  readonly target?: string;
  readonly element?: readonly { readonly code?: string; readonly target?: readonly Target[] }[];
}

function fromJson(text: string): CodeMapping[] {
  let map: { resourceType?: unknown; group?: readonly Group[] };
  try {
    map = JSON.parse(text);
  } catch {
    throw fault('not JSON');
  }
  if (map.resourceType !== 'ConceptMap') throw fault('the JSON is no ConceptMap');
  return (map.group ?? []).flatMap((group, index) => {
    if (!group.source || !group.target) throw fault(`group ${index + 1} names no source or no target system`);
    return (group.element ?? []).flatMap(({ code, target = [] }) =>
      target.flatMap((one) =>
        mappingOf({
          source_system: group.source ?? '',
          source_code: code ?? '',
          target_system: group.target ?? '',
          target_code: one.code ?? '',
          target_display: one.display ?? '',
          equivalence: one.equivalence ?? '',
        }).filter(({ source, target: { code: to } }) => source.code !== '' && to !== ''),
      ),
    );
  });
}
