import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isLedger } from './claim-run.ts';
import { Refusal, systemCode, systemWords } from './refusal.ts';

const hint = 'Name the folder that a chartlift convert wrote with --out.';

/** Why a folder cannot be taken for a whole run, after `file` of it could not be read. */
export function noRun(folder: string, file = 'manifest.json'): Refusal {
  if (!existsSync(folder)) return new Refusal(`There is no folder ${folder}`, hint);
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    return new Refusal(
      `The folder ${folder} cannot be read: ${systemWords(systemCode(error))}`,
      'A run folder can be read by the one who converted alone.',
    );
  }
  if (names.includes(file) && existsSync(join(folder, 'manifest.json')))
    return new Refusal(`The folder ${folder} is no whole run: its ${file} cannot be read`, hint);
  if (names.includes('manifest.json'))
    return new Refusal(
      `The run folder ${folder} has no ${file}`,
      'It was there when the run ended: copy it with the others.',
    );
  if (names.some(isLedger))
    return new Refusal(
      `The run in ${folder} has not come to its end`,
      'Give the command that began it again: it goes on where it stopped.',
    );
  return new Refusal(`The folder ${folder} is no run: it has no manifest.json`, hint);
}
