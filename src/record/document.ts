import { z } from 'zod';
import { concept, identifier, narrative, participation, period, reference, when } from './datatypes.ts';
import type { KindRules } from './kind-rules.ts';
import { statementFields } from './statement.ts';

/** The bytes that a contribution was read from. */
export const source = z.strictObject({
  /** The file's name inside the input. */
  file: z.string(),
  sha256: z.string(),
  /** FHIR's Attachment.hash is SHA-1, in base64. */
  sha1: z.string(),
  size: z.number(),
  mediaType: z.string(),
});

const sectionFields = {
  id: z.string().optional(),
  title: z.string().optional(),
  code: concept.optional(),
  text: narrative.optional(),
  authors: z.array(participation).optional(),
  /** Whom it speaks of, where that is not the patient: a fetus. */
  subject: z.string().optional(),
  entries: z.array(reference).optional(),
  /** Why it is empty, in the words of FHIR's list-empty-reason. */
  emptyReason: z.string().optional(),
};

export interface Section extends z.infer<z.ZodObject<typeof sectionFields>> {
  sections?: Section[] | undefined;
}

/** A section of a document, with those inside it. */
export const section: z.ZodType<Section> = z.lazy(() =>
  z.strictObject({ ...sectionFields, sections: z.array(section).optional() }),
);

/** How a document stands to another: that one's identifier, and whether this one is its new version. */
export const relatedDocument = z.strictObject({
  type: z.enum(['replaces', 'transforms', 'signs', 'appends']),
  identifiers: z.array(identifier),
  setId: identifier.optional(),
  version: z.string().optional(),
});

/** An act that the header names and that stands elsewhere. */
export const outsideAct = z.strictObject({
  identifiers: z.array(identifier).optional(),
  code: concept.optional(),
});

/** A clinical document as the source wrote it: header, sections with their narrative, and where its bytes are. */
export const document = z.strictObject({
  ...statementFields,
  source,
  setId: identifier.optional(),
  version: z.string().optional(),
  templates: z.array(z.string()).optional(),
  type: concept.optional(),
  title: z.string().optional(),
  date: when.optional(),
  confidentiality: concept.optional(),
  language: z.string().optional(),
  custodian: reference.optional(),
  dataEnterer: participation.optional(),
  recipients: z.array(participation).optional(),
  legalAuthenticator: participation.optional(),
  authenticators: z.array(participation).optional(),
  participants: z.array(participation).optional(),
  events: z
    .array(
      z.strictObject({
        codes: z.array(concept).optional(),
        period: period.optional(),
        performers: z.array(participation).optional(),
      }),
    )
    .optional(),
  /** The orders that it fulfils, and the consents that it rests on. */
  orders: z.array(outsideAct).optional(),
  consents: z.array(outsideAct).optional(),
  related: z.array(relatedDocument).optional(),
  encounter: reference.optional(),
  sections: z.array(section).optional(),
});

export type Source = z.infer<typeof source>;
export type OutsideAct = z.infer<typeof outsideAct>;
export type RelatedDocument = z.infer<typeof relatedDocument>;
export type Document = z.infer<typeof document>;

/** A document is itself: its bytes. */
const documentIdentity = (item: Document): unknown[] => [item.source.sha256];

export const documentRules: KindRules<Document> = {
  schema: document,
  identity: documentIdentity,
  coupled: [],
  united: [],
};
