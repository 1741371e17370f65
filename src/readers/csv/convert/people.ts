import {
  type IdMaker,
  identityOf,
  organizationId,
  type People,
  PeopleRegister,
  practitionerId,
  type SourcePoint,
} from '../../../record/index.ts';

type Fields = Record<string, unknown>;

/** The people whom rows name, each under the id that all sources give them. */
export class Directory {
  readonly register = new PeopleRegister();
  readonly places = new Map<string, readonly SourcePoint[]>();
  readonly #make: IdMaker;

  constructor(make: IdMaker) {
    this.#make = make;
  }

  add(kind: keyof People, fields: Fields, places: readonly SourcePoint[]): string {
    const id = this.#idOf(kind, fields);
    this.register.add(kind, { ...fields, id } as never);
    const ref = `${kind}/${id}`;
    if (!this.places.has(ref)) this.places.set(ref, places);
    return ref;
  }

  #idOf(kind: keyof People, fields: Fields): string {
    if (kind === 'practitioner') return practitionerId(this.#make, fields, '');
    if (kind === 'organization') return organizationId(this.#make, fields);
    const identifiers = identityOf(fields['identifiers'] as never);
    const { identifiers: _, ...content } = fields;
    // A number says which one it is; what is told of it may change.
    return this.#make(kind, identifiers, identifiers.length > 0 ? null : content);
  }
}
