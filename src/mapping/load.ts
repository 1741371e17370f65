import { compile } from './compile/index.ts';
import { extend, type Raw } from './extend.ts';
import type { MappingFault } from './fault.ts';
import type { Mapping } from './mapping.ts';
import { schemaFaults } from './schema/faults.ts';
import { mappingFile } from './schema/index.ts';
import { readTree, Spots } from './tree.ts';
import { writeOut } from './write-out.ts';

/** Where a mapping stands, and how the files that it names are read. */
export interface MappingPlace {
  /** The name of the mapping's file, as faults say it. */
  readonly file: string;
  /** The text of a file by its name from the mapping's own place: `lookups/race.csv`. */
  read(name: string): string | undefined;
  /** The mapping that `extends` names: a preset, or a file beside this one. */
  base?(name: string): MappingText | undefined;
  /** Why a text is no format of dates, where it is none. */
  faultOfFormat?(format: string): string | undefined;
}

/** A mapping that is not read yet. */
export interface MappingText {
  readonly text: string;
  readonly place: MappingPlace;
}

/** A mapping, or all that is wrong with it. */
export type Loaded = { readonly mapping: Mapping } | { readonly faults: readonly MappingFault[] };

/** Reads a mapping: all that it extends and names with it, or everything that is wrong with it. */
export function loadMapping(text: string, place: MappingPlace): Loaded {
  const spots = new Spots(place.file);
  const reads = new WeakMap<object, MappingPlace['read']>();
  const opened = open({ text, place }, { spots, reads, above: [] });
  if ('faults' in opened) return opened;
  const { mapping, faults } = compile(withSource(opened.raw, spots), {
    spots,
    faultOfFormat: (format) => place.faultOfFormat?.(format),
    readOf: (lookup) => reads.get(lookup) ?? (() => undefined),
  });
  return faults.length > 0 ? { faults } : { mapping };
}

/** `{source}` in tables and rules is the system of the source, which a mapping that extends another may say anew. */
function withSource(raw: Raw, spots: Spots): Raw {
  const { system = `urn:chartlift:export:${String(raw['id'])}` } = (raw['source'] ?? {}) as Raw;
  const whole = (part: unknown) => writeOut(part, '{source}', String(system), spots);
  const copy = { ...raw, tables: whole(raw['tables']), records: whole(raw['records']) };
  spots.copy(raw, copy);
  return copy;
}

interface Opening {
  readonly spots: Spots;
  /** How the file of a lookup is read, which may stand in a base. */
  readonly reads: WeakMap<object, MappingPlace['read']>;
  /** The files that extend this one. */
  readonly above: readonly string[];
}

type Opened = { readonly raw: Raw } | { readonly faults: readonly MappingFault[] };

function open({ text, place }: MappingText, opening: Opening): Opened {
  const tree = readTree(text, place.file, opening.spots);
  if (tree.faults.length > 0) return tree;
  const checked = mappingFile.safeParse(tree.root);
  if (!checked.success) return { faults: schemaFaults(mappingFile, tree, checked.error.issues) };
  const own = tree.root as Raw;
  for (const lookup of Object.values((own['lookups'] ?? {}) as Raw))
    opening.reads.set(lookup as object, (name) => place.read(name));
  return own['extends'] === undefined ? { raw: own } : openBase(own, place, opening);
}

function openBase(own: Raw, place: MappingPlace, { spots, reads, above }: Opening): Opened {
  const name = String(own['extends']);
  const base = place.base?.(name);
  const fault = (message: string): Opened => ({
    faults: [{ code: 'unreadable', ...spots.of(own, 'extends'), message }],
  });
  if (!base) return fault(`there is no mapping "${name}"`);
  if (base.place.file === place.file || above.includes(base.place.file))
    return fault(`${name} extends this mapping itself`);
  const opened = open(base, { spots, reads, above: [...above, place.file] });
  return 'faults' in opened ? opened : { raw: extend(opened.raw, own, spots) };
}
