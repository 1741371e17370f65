import type { Change, Focus, SourceLiteral, Trial } from '../readers/index.ts';
import type { Contribution, Kind, SourcePoint } from '../record/index.ts';
import type { FhirOptions } from '../writers/fhir/index.ts';
import { type Leaves, leavesOf } from './leaves.ts';
import { writeLocal } from './local.ts';

/** One resource as one document gives it: what is looked for its sources. */
export interface PartOptions {
  readonly trial: Trial;
  readonly fhir: FhirOptions;
  /** The part of the contribution that it was written from. */
  readonly ref: string;
  readonly type: string;
  /** Which one of its type it is, where the part becomes several. */
  readonly nth: number;
}

/** The resource of a part, and how it changes with its document. */
export class Part {
  readonly trial: Trial;
  readonly ref: string;
  readonly leaves: Leaves;
  readonly places: readonly SourcePoint[];
  readonly #options: PartOptions;
  readonly #effects = new Map<string, Leaves | undefined>();
  readonly #keys = new Map<object, number>();
  readonly #literals = new Map<SourcePoint, readonly SourceLiteral[]>();

  constructor(options: PartOptions) {
    this.#options = options;
    this.trial = options.trial;
    this.ref = options.ref;
    this.places = options.trial.contribution.places?.().get(options.ref) ?? [];
    this.leaves = this.#leavesIn(options.trial.contribution, options.ref) ?? new Map();
  }

  /** The literals in a place of this part, then those around it. */
  literals(place: SourcePoint): readonly SourceLiteral[] {
    const known = this.#literals.get(place) ?? this.#distinct(place);
    this.#literals.set(place, known);
    return known;
  }

  /** A narrative may be named by several references. */
  #distinct(place: SourcePoint): SourceLiteral[] {
    const all = [...this.trial.literals(place), ...this.trial.literalsAround(place)];
    const byKey = new Map(all.map((one) => [`${this.#keyOf(one.at)} ${one.name} ${one.text}`, one] as const));
    return [...byKey.values()];
  }

  /** The resource after changes; nothing where it is not there then. */
  after(changes: readonly Change[], { place, focus }: Setting): Leaves | undefined {
    const key = [focus, place, ...changes.map((one) => ('literal' in one ? one.literal : one.without))]
      .map((one) => (typeof one === 'string' ? one : this.#keyOf(one)))
      .join();
    if (!this.#effects.has(key)) this.#effects.set(key, this.#measure(changes, place, focus));
    return this.#effects.get(key);
  }

  /** The points that the reader has noted for the fields of the record without which a value is another. */
  traced(path: string): readonly SourcePoint[] {
    const { contribution } = this.trial;
    const noted = contribution.trace.get(this.ref) ?? {};
    return Object.keys(noted)
      .filter((field) => {
        const bare = this.#without(field);
        return bare !== undefined && bare.get(path) !== this.leaves.get(path);
      })
      .flatMap((field) => noted[field] ?? []);
  }

  #without(field: string): Leaves | undefined {
    const { contribution } = this.trial;
    const kind = kindOf(this.ref) as Kind;
    const items = (contribution.statements[kind] ?? []).filter(({ id }) => this.ref === `${kind}/${id}`);
    const bare = items.map((item) => ({ ...item, [field]: undefined }));
    try {
      const statements = { ...contribution.statements, [kind]: bare };
      return this.#leavesIn({ ...contribution, statements }, this.ref);
    } catch {
      // A field that the writer cannot do without: it is not this one alone that gives the value.
      return this.leaves;
    }
  }

  #keyOf(object: object): number {
    const key = this.#keys.get(object) ?? this.#keys.size;
    this.#keys.set(object, key);
    return key;
  }

  #measure(changes: readonly Change[], place: SourcePoint, focus: Focus): Leaves | undefined {
    const read = this.trial.reread(changes, focus);
    const ref = read && refAt(read, kindOf(this.ref), place);
    return read && ref ? this.#leavesIn(read, ref) : undefined;
  }

  #leavesIn(contribution: Contribution, ref: string): Leaves | undefined {
    const { fhir, type, nth } = this.#options;
    const resources = writeLocal(contribution, fhir, ref).get(ref) ?? [];
    const own = resources.filter(({ resourceType }) => resourceType === type);
    const resource = own[nth];
    return resource && leavesOf(resource);
  }
}

/** Where an experiment is made: at a place, with as much of the document as it needs. */
export interface Setting {
  readonly place: SourcePoint;
  readonly focus: Focus;
}

/** The kind of a part, of `kind/id`. */
export const kindOf = (ref: string): string => ref.slice(0, ref.indexOf('/'));

/** The part of that kind that stands at a place: ids change with what they are made of, places do not. */
export function refAt({ places }: Contribution, kind: string, place: SourcePoint): string | undefined {
  for (const [ref, points] of places?.() ?? []) {
    // There is one patient, whatever is said of him elsewhere.
    if (kindOf(ref) === kind && (kind === 'patient' || points.includes(place))) return ref;
  }
  return undefined;
}
