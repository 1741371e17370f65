import { checkMapping, openMapping } from '../migration/index.ts';
import { exitCodes } from './exit-codes.ts';
import { isWrong, mapCheckText } from './map-check-report.ts';
import { mapCheckJson } from './map-check-result.ts';
import { openProgress } from './progress.ts';

/** Holds a mapping against an export and prints what was found; without an export the mapping alone is checked. */
export async function showMapCheck(
  folder: string | undefined,
  { mapping: given, json }: { mapping: string; json: boolean },
): Promise<void> {
  const { mapping } = openMapping(given);
  if (folder === undefined) {
    process.stdout.write(`The mapping ${mapping.id} ${mapping.version} has no faults.\n`);
    return;
  }
  const progress = await openProgress(json ? 'none' : 'auto');
  try {
    const check = await checkMapping(mapping, folder, progress);
    const text = json
      ? JSON.stringify(mapCheckJson(folder, check), null, 2)
      : mapCheckText(folder, given, check);
    process.stdout.write(`${text}\n`);
    if (isWrong(check)) process.exitCode = exitCodes.losses.code;
  } finally {
    progress.end();
  }
}
