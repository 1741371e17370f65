import type { Issue } from '../../issue/index.ts';
import type { Examined } from '../examine.ts';
import { Refusal } from '../refusal.ts';
import { claim } from './claim.ts';
import { detectPresets } from './detect-presets.ts';
import type { TableExport } from './export.ts';
import { type LoadedMapping, openMapping } from './mapping-file.ts';
import { type Root, rootsOf } from './roots.ts';
import { routesOf } from './routes.ts';
import { type ScanMapping, scanRoots } from './scan-roots.ts';

/** The exports among the files of an input, and the files with what they are now known to be. */
export interface FoundExports {
  readonly exports: readonly TableExport[];
  readonly files: readonly Examined[];
}

/** Finds the folders that hold tables: by the mapping that is named, else by the preset that each folder shows. */
export async function findExports(
  files: readonly Examined[],
  given: LoadedMapping | undefined,
  scans: ScanMapping = {},
): Promise<FoundExports> {
  const candidates = files.filter(({ looks }) => looks !== undefined);
  const found = given ? rootsOf(candidates, given) : await detectedRoots(candidates);
  if (given && found.length === 0) throw nothingMapped(given);
  const roots = [...found, ...scanRoots(candidates, scans)];
  const exports = withoutRepeats(claim(candidates, roots));
  return {
    exports: exports.filter(({ repeats }) => repeats === undefined),
    files: files.map(stateIn(exports, given !== undefined)),
  };
}

async function detectedRoots(candidates: readonly Examined[]): Promise<Root[]> {
  const loaded = new Map<string, LoadedMapping>();
  const open = (preset: string) => {
    const mapping = loaded.get(preset) ?? openMapping(preset);
    loaded.set(preset, mapping);
    return mapping;
  };
  const detected = await detectPresets(candidates);
  return detected.flatMap(({ files, preset, score }) => rootsOf(files, open(preset), score));
}

type Claimed = TableExport & { readonly repeats?: TableExport };

/** An export that is another one to the byte is read once, as documents are. */
function withoutRepeats(exports: readonly TableExport[]): Claimed[] {
  const first = new Map<string, TableExport>();
  return exports.map((one) => {
    const other = first.get(one.sha256);
    if (!other) first.set(one.sha256, one);
    return other ? { ...one, repeats: other } : one;
  });
}

/** What a file is, now that the exports are known. */
function stateIn(exports: readonly Claimed[], isGiven: boolean): (file: Examined) => Examined {
  const states = new Map(exports.flatMap(statesOf));
  return (file) => {
    const state = states.get(file);
    if (state) return { ...file, ...state };
    return file.looks === 'table' ? { ...file, issues: [unmapped(file, isGiven)] } : file;
  };
}

function statesOf({ tables, others, repeats }: Claimed): [Examined, Partial<Examined>][] {
  const twins = repeats ? [...repeats.tables.values()].flat() : [];
  const own = [...tables.values()].flat().map((file): [Examined, Partial<Examined>] => {
    const twin = twins.find(({ sha256 }) => sha256 === file.sha256);
    return [
      file,
      twin ? { state: 'duplicate', issues: [repeated(file, twin)] } : { state: 'table', issues: [] },
    ];
  });
  return [...own, ...others.map((file) => [file, leftOut] as [Examined, Partial<Examined>])];
}

/** A table that the mapping does not name: its rows are counted and nothing else. */
const leftOut: Partial<Examined> = { state: 'table', rule: 'table-without-rule', issues: [] };

const repeated = ({ name }: Examined, other: Examined): Issue => ({
  code: 'file-duplicate',
  place: { file: name },
  details: { other: other.name },
});

const unmapped = ({ name }: Examined, isGiven: boolean): Issue => ({
  code: isGiven ? 'table-outside-export' : 'table-without-mapping',
  place: { file: name },
});

const nothingMapped = ({ mapping }: LoadedMapping) =>
  new Refusal(
    `No folder of the input holds the patients of the mapping ${mapping.id}`,
    `It looks for ${routesOf(mapping)?.patients.files.join(', ') ?? 'nothing'}; chartlift profile DIR shows what is there.`,
  );
