import { type Document, documentFile, type Identifier } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { embedded } from '../datatypes/attachment.ts';
import { codeOf, conceptAlways, concepts } from '../datatypes/concept.ts';
import { identifier, identifiers } from '../datatypes/identifier.ts';
import { instant, period } from '../datatypes/when.ts';
import { everyField } from '../every-field.ts';
import type { Attachment, DocumentReference, DocumentReferenceRelatesTo } from '../fhir-types.ts';
import type { FhirOptions } from '../options.ts';

const categorySystem = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category';

/** The id of a document's DocumentReference. */
export const documentReferenceId = (options: FhirOptions, document: string): string =>
  options.make('DocumentReference', document);

/** Where the bytes of a document are, among the `siblings` of the same record. */
export function documentReference(
  item: Document,
  siblings: readonly Document[],
  context: Context,
): DocumentReference {
  const [master, ...others] = item.identifiers ?? [];
  const { options, subject } = context;
  const who = item.legalAuthenticator?.who;
  return resource<DocumentReference>({
    resourceType: 'DocumentReference',
    id: documentReferenceId(options, item.id),
    masterIdentifier: master && identifier(master),
    identifier: identifiers(item.setId ? [...others, item.setId] : others),
    status: isReplaced(item, siblings) ? 'superseded' : 'current',
    type: conceptAlways(item.type),
    category: [codeOf(categorySystem, 'clinical-note', 'Clinical Note')],
    subject,
    date: instant(item.date),
    author: item.authors?.flatMap((author) => context.refer(author.who, 'authors', 'author') ?? []),
    authenticator: context.refer(who, 'legalAuthenticator', 'authenticator'),
    custodian: context.refer(item.custodian, 'custodian', 'organization'),
    relatesTo: relatesTo(item, siblings, options),
    description: item.title,
    securityLabel: concepts(item.confidentiality && [item.confidentiality]),
    content: [{ attachment: attachmentOf(item, options) }],
    context: {
      encounter: [context.refer(item.encounter, 'encounter', 'encounter') ?? {}],
      event: concepts(item.events?.flatMap((event) => event.codes ?? [])),
      period: period(item.events?.find((event) => event.period)?.period),
    },
  });
}

function attachmentOf({ source, language, title, date }: Document, options: FhirOptions): Attachment {
  const { file: _runsOwn, sha256, sha1, size, mediaType, ...rest } = source;
  everyField(rest);
  const data = embedded(sha256, options);
  return {
    contentType: mediaType,
    language,
    data,
    url: data === undefined ? documentFile(sha256, mediaType) : undefined,
    size,
    hash: sha1,
    title,
    creation: date?.value,
  };
}

const keyOf = ({ system = '', value = '' }: Identifier): string => `${system}|${value}`;

/** Whether one document names another among those it relates to. */
const names = (numbers: readonly Identifier[], other: Document): boolean =>
  numbers.some((number) => number.value && other.identifiers?.some((one) => keyOf(one) === keyOf(number)));

/** A later document says that it replaces this one, or is a later version of the same set. */
const isReplaced = (item: Document, siblings: readonly Document[]): boolean =>
  siblings.some(
    (other) =>
      other.id !== item.id &&
      (isLaterVersion(other, item) ||
        other.related?.some(({ type, identifiers: numbers }) => type === 'replaces' && names(numbers, item))),
  );

const isLaterVersion = (other: Document, item: Document): boolean =>
  other.setId?.value !== undefined &&
  item.setId !== undefined &&
  keyOf(other.setId) === keyOf(item.setId) &&
  Number(other.version) > Number(item.version);

/** A reference needs its target in the record; the Composition names the others by identifier. */
const relatesTo = (
  { id, related = [] }: Document,
  siblings: readonly Document[],
  options: FhirOptions,
): DocumentReferenceRelatesTo[] =>
  related.flatMap(({ type, identifiers: numbers }) =>
    siblings
      .filter((other) => other.id !== id && names(numbers, other))
      .map((other) => ({
        code: type,
        target: { reference: `DocumentReference/${documentReferenceId(options, other.id)}` },
      })),
  );
