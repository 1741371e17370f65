import {
  type Address,
  compact,
  type HumanName,
  type Identifier,
  type IdMaker,
  listOf,
  organizationId,
  type Patient,
  PeopleRegister,
  practitionerId,
  type Reference,
  type SourcePoint,
  type Telecom,
} from '../../record/index.ts';
import { isValidNpi } from '../../terminology/index.ts';
import type { XmlElement } from '../xml/element.ts';
import { clean, textOf } from './datatypes.ts';

/** Everybody whom a CCR names: its actors, each an object that the rest refers to. */
export class Actors {
  readonly register = new PeopleRegister();
  readonly places = new Map<string, readonly SourcePoint[]>();
  readonly #make: IdMaker;
  readonly #byId: ReadonlyMap<string, XmlElement>;
  readonly #patient: string | undefined;

  constructor(root: XmlElement, make: IdMaker) {
    const actors = root.first('Actors')?.elements('Actor') ?? [];
    this.#make = make;
    this.#byId = new Map(actors.map((actor) => [textOf(actor, 'ActorObjectID') ?? '', actor]));
    this.#patient = textOf(root.first('Patient'), 'ActorID');
  }

  /** The element of an actor. */
  element(id: string | undefined): XmlElement | undefined {
    return id === undefined ? undefined : this.#byId.get(id);
  }

  /** Whom an element refers to by its ActorID. */
  refer(link: XmlElement | undefined): Reference | undefined {
    const id = textOf(link, 'ActorID');
    if (id !== undefined && id === this.#patient) return { ref: 'patient' };
    const actor = this.element(id);
    const reference = actor && this.#add(actor);
    if (reference && actor) this.places.set(reference.ref, [actor]);
    return reference;
  }

  #add(actor: XmlElement): Reference | undefined {
    const about = {
      identifiers: listOf(this.identifiers(actor)),
      telecoms: listOf(telecomsOf(actor)),
      addresses: listOf(actor.elements('Address').map(addressOf)),
    };
    const names = namesOf(actor);
    const name = textOf(actor.first('Organization'), 'Name');
    const system = actor.first('InformationSystem');
    if (names.length > 0) {
      const person = compact({ ...about, names }) as never;
      return this.#put('practitioner', practitionerId(this.#make, person, ''), person);
    }
    if (name !== undefined) {
      const organization = compact({ ...about, name }) as never;
      return this.#put('organization', organizationId(this.#make, organization), organization);
    }
    if (!system) return undefined;
    const device = compact({
      ...about,
      name: textOf(system, 'Name'),
      software: clean([textOf(system, 'Name'), textOf(system, 'Version')].join(' ')),
    });
    return this.#put('device', this.#make('device', device), device as never);
  }

  #put(kind: 'practitioner' | 'organization' | 'device', id: string, item: object): Reference {
    this.register.add(kind, { ...item, id } as never);
    return { ref: `${kind}/${id}` };
  }

  /** IDs: numbers of a kind, told apart by who gave them. */
  identifiers(actor: XmlElement): Identifier[] {
    return this.numbers(actor.elements('IDs'));
  }

  /** Some of them. */
  numbers(all: readonly XmlElement[]): Identifier[] {
    return all.flatMap((ids) => {
      const value = textOf(ids, 'ID');
      if (value === undefined) return [];
      const kind = textOf(ids.first('Type'), 'Text');
      const issuer = this.element(textOf(ids.first('IssuedBy'), 'ActorID'));
      const assigner = textOf(issuer?.first('Organization'), 'Name');
      return [
        compact({
          system: systemOf(kind, value) ?? systemOfIssuer(assigner),
          value,
          type: kind === undefined ? undefined : { codings: [], text: kind },
          assigner,
        }),
      ] as Identifier[];
    });
  }
}

/** The few numbers that a whole country has, by the words for them. */
function systemOf(kind: string | undefined, value: string): string | undefined {
  if (kind === undefined) return undefined;
  if (/^(ssn|social security( number)?)$/i.test(kind)) return 'http://hl7.org/fhir/sid/us-ssn';
  return /^(npi|national provider identifier)$/i.test(kind) && isValidNpi(value)
    ? 'http://hl7.org/fhir/sid/us-npi'
    : undefined;
}

/** A CCR names who gave a number and no system for it: numbers of one issuer are one system of ours. */
const systemOfIssuer = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : `urn:chartlift:ccr-issuer:${encodeURIComponent(name)}`;

/** The facts of the patient's actor. */
export function readPerson(actor: XmlElement | undefined, actors: Actors): Omit<Patient, 'id'> {
  if (!actor) return {};
  const word = textOf(actor.first('Person')?.first('Gender'), 'Text')?.toLowerCase() ?? '';
  const code = textOf(actor.first('Person')?.first('Gender')?.first('Code'), 'Value')?.toUpperCase();
  return compact({
    identifiers: listOf(actors.identifiers(actor)),
    names: listOf(namesOf(actor)),
    telecoms: listOf(telecomsOf(actor)),
    addresses: listOf(actor.elements('Address').map(addressOf)),
    gender: genderOf(word, code),
  }) as Omit<Patient, 'id'>;
}

function genderOf(word: string, code: string | undefined): Patient['gender'] {
  if (/^(m|male)$/.test(word) || (word === '' && code === 'M')) return 'male';
  if (/^(f|female)$/.test(word) || (word === '' && code === 'F')) return 'female';
  return word === '' && code === undefined ? undefined : /unknown|^u$/.test(word) ? 'unknown' : 'other';
}

/** The current name is the legal one; the name at birth stands for it where it is the only one. */
function namesOf(actor: XmlElement): HumanName[] {
  const name = actor.first('Person')?.first('Name');
  const current = name?.first('CurrentName');
  const parts = [
    ...(current ? [nameOf(current, 'official')] : []),
    ...(name?.elements('BirthName') ?? []).map((one) => nameOf(one, current ? 'maiden' : undefined)),
    ...(name?.elements('AdditionalName') ?? []).map((one) => nameOf(one, undefined)),
  ];
  const shown = textOf(name, 'DisplayName');
  const told = parts.filter(({ family, given }) => family !== undefined || given !== undefined);
  return told.length > 0 || shown === undefined ? told : [{ text: shown }];
}

function nameOf(element: XmlElement, use: string | undefined): HumanName {
  const all = (...names: string[]) =>
    listOf(names.flatMap((name) => element.elements(name)).map((one) => clean(one.text())));
  return compact({
    use,
    family: clean(
      element
        .elements('Family')
        .map((one) => one.text())
        .join(' '),
    ),
    given: all('Given', 'Middle'),
    prefix: all('Title'),
    suffix: all('Suffix'),
  }) as HumanName;
}

const uses: Readonly<Record<string, string>> = {
  home: 'home',
  work: 'work',
  office: 'work',
  mobile: 'mobile',
  cell: 'mobile',
};
const useOf = (element: XmlElement): string | undefined => {
  const word = textOf(element.first('Type'), 'Text')?.toLowerCase().split(' ')[0] ?? '';
  return Object.hasOwn(uses, word) ? uses[word] : undefined;
};

function telecomsOf(actor: XmlElement): Telecom[] {
  const kinds = [
    ['Telephone', 'phone'],
    ['EMail', 'email'],
    ['URL', 'url'],
  ] as const;
  return kinds.flatMap(([name, system]) =>
    actor.elements(name).flatMap((one) => {
      const value = textOf(one, 'Value') ?? (one.elements().length === 0 ? clean(one.text()) : undefined);
      return value === undefined ? [] : [compact({ system, value, use: useOf(one) }) as Telecom];
    }),
  );
}

function addressOf(element: XmlElement): Address | undefined {
  const use = useOf(element);
  const found = compact({
    use: use === 'mobile' ? undefined : use,
    line: listOf([textOf(element, 'Line1'), textOf(element, 'Line2')]),
    city: textOf(element, 'City'),
    district: textOf(element, 'County'),
    state: textOf(element, 'State'),
    postalCode: textOf(element, 'PostalCode'),
    country: textOf(element, 'Country'),
  }) as Address;
  return Object.keys(found).length > 0 ? found : undefined;
}
