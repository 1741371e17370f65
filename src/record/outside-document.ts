import { z } from 'zod';
import { concept, identifier } from './datatypes.ts';
import { rulesOf } from './kind-rules.ts';
import { statementFields } from './statement.ts';

/** A document that a statement names and that stands elsewhere: a living will, a vaccine information sheet. */
export const outsideDocument = z.strictObject({
  ...statementFields,
  type: concept.optional(),
  categories: z.array(concept).optional(),
  setId: identifier.optional(),
  version: z.string().optional(),
  contentType: z.string().optional(),
  /** Where it is, as the source names it. */
  url: z.string().optional(),
  title: z.string().optional(),
});

export type OutsideDocument = z.infer<typeof outsideDocument>;

/** What makes two of them the same one. */
const outsideDocumentIdentity = (item: OutsideDocument): unknown[] => [
  item.url,
  item.url === undefined ? item.title : undefined,
];

export const outsideDocumentRules = rulesOf<OutsideDocument>({
  schema: outsideDocument,
  identity: outsideDocumentIdentity,
  coupled: ['url', 'version'],
});
