import type { Concept, Patient, Reference } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept, says } from '../datatypes/concept.ts';
import { known, readWhen } from '../datatypes/time.ts';
import { type Part, parts } from '../parts.ts';
import { isPart } from '../path.ts';
import type { Scope } from '../scope.ts';
import { type AnyDefinition, reportUnread } from '../statement.ts';
import { isNegated } from './common.ts';

/** An observation that becomes an extension of the patient and no observation (CF-social); undefined where its value is none of the extension's. */
interface PatientFact {
  readonly title: string;
  readonly part: Part;
  read(value: XmlElement, scope: Scope): Partial<Patient> | undefined;
}

const nullFlavorSystem = 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor';
const codeOf = ({ attributes }: XmlElement): string => attributes['code']?.trim() ?? '';
const flavorOf = ({ attributes }: XmlElement): string => attributes['nullFlavor']?.trim() ?? '';

const birthSexes: Readonly<Record<string, Patient['birthSex']>> = {
  F: 'F',
  M: 'M',
  UNK: 'UNK',
  '248152002': 'F',
  '248153007': 'M',
};

const sexes: Readonly<Record<string, Patient['sex']>> = {
  F: '248152002',
  M: '248153007',
  '248152002': '248152002',
  '248153007': '248153007',
  UNK: 'unknown',
  unknown: 'unknown',
  'asked-declined': 'asked-declined',
};

const among = <T>(codes: Readonly<Record<string, T>>, value: XmlElement): T | undefined =>
  [codeOf(value), flavorOf(value)]
    .map((code) => (Object.hasOwn(codes, code) ? codes[code] : undefined))
    .find((one) => one !== undefined);

/** A concept; UNK is an answer too. */
function answer(value: XmlElement, scope: Scope): Concept | undefined {
  const concept = readConcept(value, scope);
  if (says(concept)) return concept;
  return flavorOf(value) === 'UNK' ? { codings: [{ system: nullFlavorSystem, code: 'UNK' }] } : undefined;
}

const enrolment: Part = { templates: [], code: '95369-5' };

/** Whether the patient is enrolled in the tribe, where an observation inside says so. */
function enrolledIn(observation: XmlElement | undefined): boolean | undefined {
  const inside = observation?.elementsIn('entryRelationship', 'observation');
  const value = inside?.find((one) => isPart(one, enrolment))?.first('value')?.attributes['value'];
  return value === undefined ? undefined : value === 'true';
}

/** What the header says of death holds. */
function headerTellsOfDeath(element: XmlElement | undefined): boolean {
  let root = element;
  while (root?.parent) root = root.parent;
  const patient = root?.first('recordTarget')?.first('patientRole')?.first('patient');
  return ['sdtc:deceasedInd', 'sdtc:deceasedTime'].some((name) => patient?.first(name) !== undefined);
}

const dead = '419099009';

const facts: readonly PatientFact[] = [
  {
    title: 'Deceased Observation',
    part: parts.deceased,
    read(value, scope) {
      if (codeOf(value) !== dead || headerTellsOfDeath(value)) return undefined;
      const time = value.parent?.first('effectiveTime');
      const died = time && known(readWhen(time, scope));
      return died ? { died } : { deceased: true };
    },
  },
  {
    title: 'Birth Sex Observation',
    part: parts.birthSex,
    read(value) {
      const birthSex = among(birthSexes, value);
      return birthSex && { birthSex };
    },
  },
  {
    title: 'Sex Observation',
    part: parts.sex,
    read(value) {
      const sex = among(sexes, value);
      return sex && { sex };
    },
  },
  {
    title: 'Gender Identity Observation',
    part: parts.genderIdentity,
    read(value, scope) {
      const identity = answer(value, scope);
      return identity && { genderIdentities: [identity] };
    },
  },
  {
    title: 'Tribal Affiliation Observation',
    part: parts.tribalAffiliation,
    read(value, scope) {
      const tribe = answer(value, scope);
      const enrolled = enrolledIn(value.parent);
      return tribe && { tribalAffiliations: [{ tribe, ...(enrolled !== undefined && { enrolled }) }] };
    },
  },
];

/** One fact to be recognised and read. */
interface FactReader {
  readonly definition: AnyDefinition;
  read(element: XmlElement, scope: Scope): Reference;
}

/** The extension has no place for who said it when; the kept source holds that. */
const structure = [
  'id',
  'code',
  'text',
  'statusCode',
  'effectiveTime',
  'author',
  'entryRelationship/observation',
];

const readFact = (
  { part, read }: PatientFact,
  element: XmlElement,
  scope: Scope,
): Partial<Patient> | undefined => {
  const value = element.first('value');
  const stated = value && isPart(element, part) && !isNegated(element);
  return stated ? read(value, scope) : undefined;
};

const readerOf = (fact: PatientFact): FactReader => ({
  definition: {
    title: fact.title,
    templates: [],
    elements: ['observation'],
    matches: (element, scope) => readFact(fact, element, scope) !== undefined,
  },
  read(element, scope) {
    for (const value of element.elements('value')) scope.taken.add(value);
    scope.collector.defer(() => reportUnread({ title: fact.title, structure }, element, scope));
    return scope.collector.addFact(readFact(fact, element, scope) ?? {}, element);
  },
});

/** The statements that say something of the patient. */
export const patientFacts: readonly FactReader[] = facts.map(readerOf);

/** The same as a table. */
export const patientFactRules = facts.map(({ title, part: { templates } }) => ({
  title,
  templates,
  kind: 'patient' as const,
}));
