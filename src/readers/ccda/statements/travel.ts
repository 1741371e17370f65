import type { Concept, ObservationValue } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readAddress } from '../datatypes/contact.ts';
import { readText } from '../datatypes/text.ts';
import { by, type Field, nowhere } from '../fields.ts';
import { compilePath } from '../path.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { socialHistory } from './social-history.ts';

const places = compilePath('participant[@typeCode=LOC]/participantRole');

/** What the entry says of the journey in words. */
const words: Field<ObservationValue> = by('text', (from, scope) => {
  const text = from.first('text');
  const string = text && readText(text, scope);
  return string === undefined ? undefined : { value: { string }, nodes: [text as XmlElement] };
});

const location: Concept = {
  codings: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
      code: 'LOC',
      display: 'location',
    },
  ],
};

/** Where the journey went: the place's name and address, in words. */
const destinations: Definition<'observation'>['fields']['components'] = by(
  'participant[@typeCode=LOC]',
  (from, scope) => {
    const nodes = places(from);
    const value = nodes.flatMap((role) => {
      const string = placeInWords(role, scope);
      return string ? [{ code: location, value: { string } }] : [];
    });
    return value.length > 0 ? { value, nodes } : undefined;
  },
);

function placeInWords(role: XmlElement, scope: Scope): string {
  const name = role.first('playingEntity')?.first('name')?.text().trim();
  const addr = role.first('addr');
  const { text, line = [], city, state, country } = (addr && readAddress(addr, scope)) ?? {};
  return [name, text, ...line, city, state, country].filter((part) => part).join(', ');
}

/** Travel History of the public health templates: an act, which FHIR has as an observation. */
export const travel: Definition<'observation'> = {
  ...socialHistory,
  title: 'Travel History',
  templates: ['2.16.840.1.113883.10.20.15.2.3.1'],
  elements: [],
  fields: {
    ...socialHistory.fields,
    value: words,
    components: destinations,
    members: nowhere,
  },
};
