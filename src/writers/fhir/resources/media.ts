import type { Media } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { noteExtensions } from '../datatypes/annotation.ts';
import { attachment } from '../datatypes/attachment.ts';
import { conceptAlways } from '../datatypes/concept.ts';
import { absentExtension } from '../datatypes/extension.ts';
import { identifiers } from '../datatypes/identifier.ts';
import { narrative } from '../datatypes/narrative.ts';
import { instant } from '../datatypes/when.ts';
import { everyField } from '../every-field.ts';
import type { DocumentReference } from '../fhir-types.ts';

/** A picture or the like of a document as a DocumentReference: what it shows nobody coded, so that is said. */
export function media(item: Media, context: Context): DocumentReference {
  const {
    id,
    identifiers: numbers,
    text,
    authors,
    informants: _sources,
    labels: _labels,
    notes,
    title,
    date,
    contents,
    encounter,
    ...rest
  } = item;
  everyField(rest);
  const visit = context.refer(encounter, 'encounter', 'encounter');
  return resource<DocumentReference>({
    resourceType: 'DocumentReference',
    id,
    text: narrative(text),
    extension: noteExtensions(notes, context),
    identifier: identifiers(numbers),
    status: 'current',
    type: conceptAlways(undefined),
    category: [{ text: 'Embedded media' }],
    subject: context.subject,
    date: instant(date),
    author: authors?.flatMap(({ who }) => context.refer(who, 'authors', 'author') ?? []),
    description: title,
    content: contents?.map((one) => ({ attachment: attachment(one, context) })) ?? [
      { attachment: { extension: [absentExtension()] } },
    ],
    context: { encounter: visit && [visit] },
  });
}
