import type { Attachment as AttachmentOfRecord, Note, When } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { noteExtensions } from '../datatypes/annotation.ts';
import { attachment } from '../datatypes/attachment.ts';
import { codeOf, conceptAlways } from '../datatypes/concept.ts';
import { absentExtension, elementOf, originalText } from '../datatypes/extension.ts';
import { identifier, identifiers } from '../datatypes/identifier.ts';
import { narrative } from '../datatypes/narrative.ts';
import { instant, period } from '../datatypes/when.ts';
import { everyField } from '../every-field.ts';
import type { Attachment, DocumentReference, DocumentReferenceRelatesTo } from '../fhir-types.ts';

const categorySystem = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category';

/** A clinical note as a DocumentReference that holds its text. */
export function note(item: Note, context: Context): DocumentReference {
  const {
    id,
    identifiers: numbers,
    text,
    authors,
    informants: _sources,
    labels: _labels,
    notes,
    status,
    docStatus,
    type,
    ...more
  } = item;
  const { date, period: span, contents, related, about, encounter, custodian, ...rest } = more;
  everyField(rest);
  const visit = context.refer(encounter, 'encounter', 'encounter');
  return resource<DocumentReference>({
    resourceType: 'DocumentReference',
    id,
    text: narrative(text),
    extension: noteExtensions(notes, context),
    identifier: identifiers(numbers),
    status,
    docStatus,
    type: conceptAlways(type),
    category: [codeOf(categorySystem, 'clinical-note', 'Clinical Note')],
    subject: context.subject,
    ...dateOf(date),
    author: authors?.flatMap(({ who }) => context.refer(who, 'authors', 'author') ?? []),
    custodian: context.refer(custodian, 'custodian', 'organization'),
    relatesTo: related?.flatMap(relatesTo),
    content: contents?.map((one) => ({ attachment: filed(one, date, context) })) ?? [
      { attachment: { extension: [absentExtension()] } },
    ],
    context: {
      encounter: visit && [visit],
      period: period(span),
      related: about?.flatMap((one) => context.refer(one, 'about', 'any') ?? []),
    },
  });
}

/** A file of a day without a time of day says the day: the date of the whole has no place for it. */
const filed = (one: AttachmentOfRecord, date: When | undefined, context: Context): Attachment => {
  const made = attachment(one, context);
  const isDay = one.sha256 !== undefined && date?.value !== undefined && instant(date) === undefined;
  return isDay ? { ...made, creation: date.value } : made;
};

/** FHIR's date is a full instant; a time that is none is kept in the source's words. */
function dateOf(date: When | undefined): Partial<DocumentReference> {
  const full = instant(date);
  const words = date?.literal ?? date?.value;
  if (full !== undefined || words === undefined) return { date: full };
  return { _date: elementOf(originalText(words)) };
}

/** FHIR requires one of four words and has none for "refers to": the weakest stands with what is meant beside it. */
const relatesTo = ({
  type,
  identifiers: numbers,
}: NonNullable<Note['related']>[number]): DocumentReferenceRelatesTo[] =>
  numbers.map((number) => ({
    code: type ?? 'appends',
    ...(!type && { _code: elementOf(originalText('refers to')) }),
    target: { identifier: identifier(number) },
  }));
