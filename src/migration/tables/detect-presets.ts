import { type Fingerprint, scorePreset, sureScore, tablesKnown } from '../../mapping/index.ts';
import type { Examined } from '../examine.ts';
import { byCodeUnits } from '../order.ts';
import { fingerprints } from './mapping-file.ts';
import { headerOf } from './open-table.ts';
import { baseName, folderOf, plainPath } from './paths.ts';

/** A preset that the tables of a folder fit, and how well. */
export interface DetectedPreset {
  readonly files: readonly Examined[];
  readonly preset: string;
  readonly score: number;
}

/** The folders whose tables show which preset they are of. */
export async function detectPresets(candidates: readonly Examined[]): Promise<DetectedPreset[]> {
  const known = fingerprints();
  const found: DetectedPreset[] = [];
  for (const files of Map.groupBy(candidates, (file) => folderOf(plainPath(file))).values()) {
    const best = await bestOf(files, known);
    if (best && best.score >= sureScore) found.push({ files, preset: best.preset, score: best.score });
  }
  return found;
}

type Known = ReturnType<typeof fingerprints>;

/** Of two presets that fit alike the one that knows more of the tables is taken. */
async function bestOf(files: readonly Examined[], known: Known) {
  const marking = files.filter((file) => known.some(({ fingerprint }) => isMarked(file, fingerprint)));
  const tables = await Promise.all(
    marking.map(async (file) => ({ file: baseName(file), header: await headerOf(file) })),
  );
  const scored = known.map(({ preset, fingerprint }) => ({
    preset,
    score: scorePreset(fingerprint, tables),
    tables: tablesKnown(fingerprint, tables),
  }));
  return scored.toSorted(
    (a, b) => b.score - a.score || b.tables - a.tables || byCodeUnits(a.preset, b.preset),
  )[0];
}

const isMarked = (file: Examined, { tables }: Fingerprint): boolean =>
  Object.values(tables).some((table) => table.file.toLowerCase() === baseName(file));
