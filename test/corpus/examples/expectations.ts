import { allergies } from './allergies.ts';
import type { Area } from './area.ts';
import type { Expectation } from './expectation.ts';

const areas: Readonly<Record<string, Area>> = { Allergies: allergies };

/** All expectations, by the beginning of the fragment's name. */
export const expectations: ReadonlyMap<string, readonly Expectation[]> = new Map(
  Object.entries(areas).flatMap(([area, listed]) =>
    Object.entries(listed).map(([name, expected]) => [`${area}/${name}`, expected] as const),
  ),
);
