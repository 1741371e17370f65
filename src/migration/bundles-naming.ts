import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of the bundles in which an id stands; those of people are in `bundles/shared/`. */
export function bundlesNaming(folder: string, id: string): string[] {
  const all = [...filesIn(join(folder, 'bundles')), ...filesIn(join(folder, 'bundles', 'shared'))];
  // A patient's own bundle is known by its name.
  const likely = all.toSorted((a, b) => Number(b.includes(id)) - Number(a.includes(id)));
  return likely.filter((path) => readFileSync(path, 'utf8').includes(id));
}

function filesIn(place: string): string[] {
  try {
    const entries = readdirSync(place, { withFileTypes: true });
    return entries.flatMap((one) => (one.isFile() ? [join(place, one.name)] : []));
  } catch {
    return [];
  }
}
