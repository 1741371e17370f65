import type { MappingFault } from './fault.ts';
import type { Mapping } from './mapping.ts';

/** Where a mapping stands, and how the files that it names are read: by their names from the mapping's own place. */
export interface MappingPlace {
  /** The name of the mapping's file, as faults say it. */
  readonly file: string;
  /** The text of a file: `lookups/race.csv`, or for `extends` a preset's name or a path. */
  read(name: string): string | undefined;
}

/** Reads a mapping: all that it extends and names with it, or everything that is wrong with it. */
export function loadMapping(
  _text: string,
  _place: MappingPlace,
): { readonly mapping: Mapping } | { readonly faults: readonly MappingFault[] } {
  throw new Error('not yet');
}
