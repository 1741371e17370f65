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

/** How the id of somebody is made, and what it depends on beside what is said of them. */
interface Identity {
  readonly scope?: unknown;
  readonly make: () => string;
}

/** The people, organisations and devices that one document names, each once. */
export class Directory {
  readonly #make: IdMaker;
  readonly #register = new PeopleRegister();
  /** Whom the document names, by all that it says of them. */
  readonly #known = new Map<string, Reference>();
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

  /** The same author stands in entry after entry: who is added twice alike is identified and added once. */
  #add<K extends keyof People>(kind: K, item: Omit<People[K], 'id'>, identity: Identity): Reference {
    const content = JSON.stringify([kind, item, identity.scope]);
    const known = this.#known.get(content);
    if (known) return known;
    const id = identity.make();
    this.#register.add(kind, { id, ...item } as People[K]);
    const reference = { ref: `${kind}/${id}` };
    this.#known.set(content, reference);
    return reference;
  }

  practitioner(item: Omit<Practitioner, 'id'>, employer = this.home): Reference {
    const make = () => practitionerId(this.#make, item, employer);
    return this.#add('practitioner', item, { scope: employer, make });
  }

  organization(item: Omit<Organization, 'id'>): Reference {
    return this.#add('organization', item, { make: () => organizationId(this.#make, item) });
  }

  /** Something told from others by its content alone: a role, a device, a place. */
  other<K extends 'practitionerRole' | 'location' | 'device'>(
    kind: K,
    item: Omit<People[K], 'id'>,
    identity: unknown[],
  ): Reference {
    return this.#add(kind, item, { scope: identity, make: () => this.#make(kind, identity) });
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
