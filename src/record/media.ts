import { z } from 'zod';
import { attachment, reference, when } from './datatypes.ts';
import { rulesOf } from './kind-rules.ts';
import { statementFields } from './statement.ts';

/** A picture, a recording, a signature or the like that a document holds beside its words. */
export const media = z.strictObject({
  ...statementFields,
  title: z.string().optional(),
  date: when.optional(),
  contents: z.array(attachment).optional(),
  encounter: reference.optional(),
});

export type Media = z.infer<typeof media>;

/** What makes two of them the same: their bytes. */
const mediaIdentity = (item: Media): unknown[] => [
  item.title,
  item.contents?.map(({ sha256, data, url }) => sha256 ?? data ?? url),
];

export const mediaRules = rulesOf<Media>({
  schema: media,
  identity: mediaIdentity,
  coupled: ['contents'],
});
