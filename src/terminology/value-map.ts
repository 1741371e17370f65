/** FHIR's concept map equivalence: how the target stands to the source. */
export type Equivalence = 'equal' | 'equivalent' | 'wider' | 'narrower' | 'inexact' | 'unmatched';

/** One line of a concept map: source code, target code (none where unmatched), equivalence. */
export type Row = readonly [source: string, target: string | undefined, equivalence: Equivalence];

/** A concept map as data. */
interface Definition {
  /** The map's canonical URL, or ours where the rows are ours. */
  readonly canonical: string;
  readonly version: string;
  readonly source: string;
  readonly target: string;
  readonly rows: readonly Row[];
  /** What every code that stands in no row becomes, where the map fixes it. */
  readonly unmapped?: string;
}

type TargetOf<D extends Definition> =
  | Exclude<D['rows'][number][1], undefined>
  | (D extends { readonly unmapped: infer U extends string } ? U : never);

/** A concept map with both ways through it. */
export interface ValueMap<Target extends string = string> extends Definition {
  /** The first target of a source code, else what the map fixes for unmapped codes. */
  to(code: string): Target | undefined;
  /** The source code of a target, where one is equal or equivalent, or only one maps to it. */
  from(target: string): string | undefined;
  [Symbol.iterator](): Iterator<Row>;
}

function onlyOf(codes: readonly string[]): string | undefined {
  return codes.length === 1 ? codes[0] : undefined;
}

/** A two-way map of a concept map's rows. */
export function valueMap<const D extends Definition>(definition: D): ValueMap<TargetOf<D>> {
  const { rows, unmapped } = definition;
  const sources = new Set(rows.map(([source]) => source));
  const targets = new Map<string, string>();
  for (const [source, target] of rows) {
    if (target !== undefined && !targets.has(source)) targets.set(source, target);
  }
  const from = (target: string) => {
    const matches = rows.filter((row) => row[1] === target);
    const same = matches.filter(
      ([, , equivalence]) => equivalence === 'equal' || equivalence === 'equivalent',
    );
    return onlyOf((same.length > 0 ? same : matches).map(([source]) => source));
  };
  return {
    ...definition,
    // a row without target says that there is none: the fixed value is for codes outside the rows
    to: (code) => (sources.has(code) ? targets.get(code) : unmapped) as TargetOf<D> | undefined,
    from,
    [Symbol.iterator]: () => rows[Symbol.iterator](),
  };
}

const GUIDE = 'http://hl7.org/fhir/us/ccda/ConceptMap/';

/** A map of HL7's guide "C-CDA on FHIR" 2.0.0, by its id; `version` is the one the map itself carries. */
export const guideMap = <const D extends Omit<Definition, 'canonical' | 'version'> & { version?: string }>(
  id: string,
  map: D,
) =>
  valueMap({ version: '4.0.1', ...map, canonical: GUIDE + id } as D &
    Pick<Definition, 'canonical' | 'version'>);
