import type { OutsideDocument } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { noteExtensions } from '../datatypes/annotation.ts';
import { conceptAlways, concepts } from '../datatypes/concept.ts';
import { absentExtension } from '../datatypes/extension.ts';
import { identifier, identifiers } from '../datatypes/identifier.ts';
import { narrative } from '../datatypes/narrative.ts';
import { everyField } from '../every-field.ts';
import type { DocumentReference } from '../fhir-types.ts';

/** A document that stands elsewhere, as a DocumentReference: where it is, for its bytes are not here. */
export function outsideDocument(item: OutsideDocument, context: Context): DocumentReference {
  const {
    id,
    identifiers: numbers = [],
    text,
    authors,
    informants: _sources,
    labels: _labels,
    notes,
    type,
    setId,
    version,
    ...more
  } = item;
  const { contentType, url, title, categories, ...rest } = more;
  everyField(rest);
  if (version !== undefined) context.unwritten('version');
  const isSaid = contentType !== undefined || url !== undefined || title !== undefined;
  return resource<DocumentReference>({
    resourceType: 'DocumentReference',
    id,
    text: narrative(text),
    extension: noteExtensions(notes, context),
    identifier: [...(identifiers(numbers) ?? []), ...(setId ? [identifier(setId)] : [])],
    status: 'current',
    type: conceptAlways(type),
    // US Core requires one.
    category: categories?.length ? concepts(categories) : [conceptAlways(undefined)],
    subject: context.subject,
    author: authors?.flatMap(({ who }) => context.refer(who, 'authors', 'author') ?? []),
    content: [{ attachment: isSaid ? { contentType, url, title } : { extension: [absentExtension()] } }],
  });
}
