import {
  type IdMaker,
  type Organization,
  organizationId,
  type PatientRecord,
  type People,
  PeopleRegister,
  type Practitioner,
  practitionerId,
  type Reference,
  type RelatedPerson,
} from '../../record/index.ts';
import type { XmlElement } from '../xml/element.ts';

/** The people, organisations and devices that one document names, each once. */
export class Directory {
  readonly #make: IdMaker;
  readonly #register = new PeopleRegister();
  readonly #added = new Set<string>();
  readonly #related = new Map<string, RelatedPerson>();
  /** The elements that name each of them. */
  readonly places = new Map<string, XmlElement[]>();
  /** The participations that were read, with whom they name. */
  readonly played = new Map<XmlElement, Reference | undefined>();
  /** The organisation that keeps the document: it tells people without identifiers from namesakes elsewhere. */
  home = '';
  /** The identifiers of the patient, as `system|value`: an author with one of them is the patient. */
  readonly self = new Set<string>();

  constructor(make: IdMaker) {
    this.#make = make;
  }

  add<K extends keyof People>(kind: K, item: People[K]): Reference {
    // The same author stands in entry after entry: who is added twice alike is added once.
    const content = JSON.stringify([kind, item]);
    if (!this.#added.has(content)) this.#register.add(kind, item);
    this.#added.add(content);
    return { ref: `${kind}/${item.id}` };
  }

  practitioner(item: Omit<Practitioner, 'id'>, employer: string | undefined): Reference {
    return this.add('practitioner', { id: practitionerId(this.#make, item, employer ?? this.home), ...item });
  }

  organization(item: Omit<Organization, 'id'>): Reference {
    return this.add('organization', { id: organizationId(this.#make, item), ...item });
  }

  /** Something told from others by its content alone: a role, a device, a place. */
  other<K extends 'practitionerRole' | 'location' | 'device'>(
    kind: K,
    item: Omit<People[K], 'id'>,
    identity: unknown[],
  ): Reference {
    return this.add(kind, { id: this.#make(kind, identity), ...item } as People[K]);
  }

  /** Somebody of the patient's own circle; belongs to the patient's record. */
  relatedPerson(item: Omit<RelatedPerson, 'id'>): Reference {
    const id = this.#make('relatedPerson', item);
    this.#related.set(id, { id, ...item });
    return { ref: `relatedPerson/${id}` };
  }

  /** Keeps where somebody is named. */
  placed<R extends Reference | undefined>(reference: R, element: XmlElement): R {
    if (!reference) return reference;
    const elements = this.places.get(reference.ref) ?? [];
    if (!elements.includes(element)) elements.push(element);
    this.places.set(reference.ref, elements);
    return reference;
  }

  relatedPersons(): RelatedPerson[] {
    return [...this.#related.values()];
  }

  people(): PatientRecord['people'] {
    return this.#register.people();
  }
}
