import type { Participation } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept, says } from '../datatypes/concept.ts';
import { by, type Field, type Found } from '../fields.ts';
import { readParticipation, readParticipations } from '../participation.ts';
import type { Scope } from '../scope.ts';
import { authors } from './common.ts';

/** The organizer around a statement. */
export function organizerOf(statement: XmlElement): XmlElement | undefined {
  const above = statement.parent?.name === 'component' ? statement.parent.parent : undefined;
  return above?.name === 'organizer' ? above : undefined;
}

/** The statements of an organizer, by the name of their element. */
export const componentsOf = (organizer: XmlElement, name: string): readonly XmlElement[] =>
  organizer.elementsIn('component', name);

/** The times that may say when: its own, else that of the organizer around it. */
export function timesOf(from: XmlElement): readonly XmlElement[] {
  const own = from.elements('effectiveTime');
  const organizer = organizerOf(from);
  return organizer ? own.concat(organizer.elements('effectiveTime')) : own;
}

/** Whether an observation says anything at all: a code, or a value. */
export function saysAnything(observation: XmlElement, scope: Scope): boolean {
  const code = observation.first('code');
  if (code && says(readConcept(code, scope))) return true;
  return observation.elements('value').some((value) => {
    const { nullFlavor, value: literal, code: coded } = value.attributes;
    if (literal !== undefined || coded !== undefined) return true;
    return nullFlavor === undefined && (value.elements().length > 0 || value.text().trim() !== '');
  });
}

/** The authors, for want of them those of the organizer: CDA's participations hold for what stands inside. */
export const innerAuthors: Field<Participation[]> = by('author | ../../author', (from, scope) => {
  const organizer = organizerOf(from);
  return authors.read(from, scope) ?? (organizer && authors.read(organizer, scope));
});

/** The types of participation that the field of the record says already. */
const saidByField = ['PRF', 'AUT', 'VRF', 'DEV'];

function withoutField({ roles = [], ...rest }: Participation): Participation {
  const others = roles.filter(({ codings }) => !saidByField.includes(codings[0]?.code ?? ''));
  return others.length > 0 ? { ...rest, roles: others } : rest;
}

/** Those of the authors who may stand as performers, each once; when they wrote it stands with them as authors. */
export const asPerformers = (authors: readonly Participation[]): Participation[] => {
  const refs = new Set(
    authors.flatMap(({ who }) => (who && !who.ref.startsWith('device/') ? [who.ref] : [])),
  );
  return [...refs].map((ref) => ({ who: { ref } }));
};

/** The participations of one name, and participants of one type. */
export const participations = (name: string, type: string): Field<Participation[]> =>
  by(`${name} | participant[@typeCode=${type}]`, (from, scope): Found<Participation[]> | undefined => {
    const others = from.elements('participant').filter(({ attributes }) => attributes['typeCode'] === type);
    const value = [
      ...(readParticipations(from, name, scope) ?? []),
      ...others.map((one) => readParticipation(one, scope)).filter((one) => one !== undefined),
    ].map(withoutField);
    return value.length > 0 ? { value, nodes: [...from.elements(name), ...others] } : undefined;
  });
