import type { Annotation, Attachment } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { clean } from '../datatypes/concept.ts';
import { by, type Found } from '../fields.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { comments, recorded, statementFields } from './common.ts';
import { encounterReference } from './encounter-reference.ts';

/** CDA's ROIOverlayShape. */
const shapes: Readonly<Record<string, string>> = {
  CIRCLE: 'circle',
  ELLIPSE: 'ellipse',
  POINT: 'point',
  POLY: 'polyline',
};

/** The region of a picture that the document points at stands around it: FHIR has words for that and no element. */
function regionOf(media: XmlElement): { value: Annotation; nodes: readonly XmlElement[] } | undefined {
  const region = media.parent?.parent;
  if (region?.name !== 'regionOfInterest') return undefined;
  const shape = shapes[region.first('code')?.attributes['code']?.trim() ?? ''] ?? 'shape';
  const nodes = region.elements('value');
  const numbers = nodes.map(({ attributes }) => clean(attributes['value']));
  return { value: { text: `Region of interest (${shape}): ${numbers.join(' ')}` }, nodes };
}

function notesOf(from: XmlElement, scope: Scope): Found<Annotation[]> | undefined {
  const said = comments.read(from, scope);
  const region = regionOf(from);
  if (!region) return said;
  return { value: [...(said?.value ?? []), region.value], nodes: [...(said?.nodes ?? []), ...region.nodes] };
}

/** What the elements hold. */
export function contentsOf(nodes: readonly XmlElement[], scope: Scope): Found<Attachment[]> | undefined {
  const value = nodes.flatMap((node) => scope.embedded.keep(node) ?? []);
  return value.length > 0 ? { value, nodes } : undefined;
}

/** observationMedia: a picture or the like that belongs to the document. */
export const media: Definition<'media'> = {
  kind: 'media',
  title: 'observationMedia',
  templates: [],
  elements: ['observationMedia'],
  matches: () => true,
  accepts: (element, scope) => {
    const value = element.first('value');
    return value !== undefined && scope.embedded.faultOf(value) === undefined;
  },
  fields: {
    ...statementFields,
    notes: by('entryRelationship/[comment] | ../../value', notesOf),
    title: by('value/reference', (from) => {
      const reference = from.first('value')?.first('reference');
      const value = clean(reference?.attributes['value']?.replace(/^.*[/\\]/, ''));
      return reference && value ? { value, nodes: [reference] } : undefined;
    }),
    date: recorded,
    contents: by('value', (from, scope) => {
      const value = from.first('value');
      return contentsOf(value ? [value, ...value.elements('thumbnail')] : [], scope);
    }),
    encounter: encounterReference,
  },
  structure: ['languageCode'],
};
