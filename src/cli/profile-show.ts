import { type ExportProfile, profileExport } from '../migration/index.ts';
import { profileText } from './profile-report.ts';
import { profileJson } from './profile-result.ts';
import { openProgress } from './progress.ts';
import { UsageError } from './usage-error.ts';

/** What of a profile is shown, and how. */
interface Shown {
  /** The tables asked for; all where none are. */
  readonly tables: readonly string[];
  readonly json: boolean;
}

/** Profiles a folder and prints what was found. */
export async function showProfile(folder: string, { tables, json }: Shown): Promise<void> {
  const profile = only(await profiled(folder, json), tables);
  const text = json ? JSON.stringify(profileJson(folder, profile), null, 2) : profileText(folder, profile);
  process.stdout.write(`${text}\n`);
}

/** Profiles a folder with progress on stderr. */
export async function profiled(folder: string, quiet: boolean): Promise<ExportProfile> {
  const progress = await openProgress(quiet ? 'none' : 'auto');
  try {
    return await profileExport(folder, progress);
  } finally {
    progress.end();
  }
}

function only(profile: ExportProfile, wanted: readonly string[]): ExportProfile {
  if (wanted.length === 0) return profile;
  const names = new Set(profile.tables.map(({ name }) => name));
  const unknown = wanted.find((name) => !names.has(name.toLowerCase()));
  if (unknown !== undefined) {
    throw new UsageError(`There is no table ${unknown}`, `Tables are ${[...names].slice(0, 20).join(', ')}.`);
  }
  const asked = new Set(wanted.map((name) => name.toLowerCase()));
  return { ...profile, tables: profile.tables.filter(({ name }) => asked.has(name)) };
}
