import { readUdi, udiOid } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { clean, readConcept, says } from '../datatypes/concept.ts';
import { readIdentifiers } from '../datatypes/identifier.ts';
import { by, type Field, firstOf, nowhere } from '../fields.ts';
import type { Definition } from '../statement.ts';
import { isProduct } from './act.ts';
import { labels } from './common.ts';
import { udiFrame, udiIdOf, udiNumber, udiProperties, udiTime, udiWords } from './udi-organizer.ts';

const udiOf = (from: XmlElement): XmlElement | undefined =>
  from
    .elements('id')
    .find(({ attributes }) => attributes['root'] === udiOid && attributes['extension'] !== undefined);

/** One part of the UDI. */
const fromUdi = <K extends keyof ReturnType<typeof readUdi>>(
  part: K,
): Field<NonNullable<ReturnType<typeof readUdi>[K]>> =>
  by('id/@extension', (from) => {
    const id = udiOf(from);
    const value = id && readUdi(id.attributes['extension'] ?? '')[part];
    return value === undefined || !id
      ? undefined
      : { value: value as NonNullable<typeof value>, nodes: [id] };
  });

const words = (path: string): Field<string> =>
  by(path, (from) => {
    const [outer = '', inner = ''] = path.split('/');
    const node = from.first(outer)?.first(inner);
    const value = clean(node?.text());
    return node && value !== undefined ? { value, nodes: [node] } : undefined;
  });

/** Product Instance: a participantRole, and so without authors and comments. */
export const productInstance: Definition<'productInstance'> = {
  kind: 'productInstance',
  title: 'Product Instance',
  templates: ['2.16.840.1.113883.10.20.22.4.37', '2.16.840.1.113883.10.20.1.52'],
  matches: isProduct,
  fields: {
    identifiers: by('id', (from, scope) => {
      const found = readIdentifiers(from, scope);
      const value = found?.value.filter(
        ({ system, value: text }) => text !== undefined && system !== udiSystem,
      );
      return found && value && value.length > 0 ? { value, nodes: found.nodes } : undefined;
    }),
    text: nowhere,
    authors: nowhere,
    informants: nowhere,
    labels,
    notes: nowhere,
    udi: by('id/@extension | UDI Organizer/id', (from, scope) => {
      const own = fromUdi('udi').read(from, scope);
      const organizer = udiFrame(from);
      const stated = own?.value ?? udiIdOf(organizer[0]?.parent)?.attributes['extension']?.trim();
      return stated ? { value: stated, nodes: [...(own?.nodes ?? []), ...organizer] } : undefined;
    }),
    deviceIdentifier: firstOf(udiNumber('C101722'), fromUdi('deviceIdentifier')),
    type: by('playingDevice/code', (from, scope) => {
      const device = from.first('playingDevice') ?? from.first('playingEntity');
      const code = device?.first('code');
      const value = code && readConcept(code, scope);
      return code && says(value) ? { value, nodes: [code] } : undefined;
    }),
    model: words('playingDevice/manufacturerModelName'),
    lot: firstOf(udiWords('C101672'), fromUdi('lot')),
    serial: firstOf(udiWords('C101671'), fromUdi('serial')),
    manufactured: firstOf(udiTime('C101669'), fromUdi('manufactured')),
    expires: firstOf(udiTime('C101670'), fromUdi('expires')),
    manufacturer: firstOf(udiWords('C54131'), words('scopingEntity/desc')),
    distinctIdentifier: udiWords('C113843'),
    brand: udiWords('C71898'),
    modelNumber: udiWords('C99285'),
    catalogNumber: udiWords('C99286'),
    properties: udiProperties,
  },
  // A manufacturer's number is one of nobody's registry: exports write the root of the UDI there.
  structure: ['id', 'playingDevice', 'scopingEntity'],
};

const udiSystem = 'http://hl7.org/fhir/NamingSystem/fda-udi';
