import { z } from 'zod';
import { coding, concept, reference, when } from './datatypes.ts';
import { rulesOf, timeIdentity } from './kind-rules.ts';
import { statementFields } from './statement.ts';

/** One image, by DICOM's numbers. */
export const imagingInstance = z.strictObject({
  uid: z.string(),
  /** The UID of its SOP class. */
  sopClass: z.string().optional(),
  number: z.number().int().optional(),
  title: z.string().optional(),
});

/** Images that were taken together by one apparatus. */
export const imagingSeries = z.strictObject({
  uid: z.string(),
  number: z.number().int().optional(),
  modality: coding.optional(),
  description: z.string().optional(),
  bodySite: coding.optional(),
  started: when.optional(),
  instances: z.array(imagingInstance).optional(),
});

/** That images were taken and where they are to be found; the images themselves stand elsewhere. */
export const imagingStudy = z.strictObject({
  ...statementFields,
  status: z.enum(['registered', 'available', 'cancelled', 'entered-in-error', 'unknown']),
  started: when.optional(),
  encounter: reference.optional(),
  referrer: reference.optional(),
  locations: z.array(reference).optional(),
  procedures: z.array(concept).optional(),
  reasons: z.array(concept).optional(),
  description: z.string().optional(),
  series: z.array(imagingSeries).optional(),
});

export type ImagingStudy = z.infer<typeof imagingStudy>;
export type ImagingSeries = z.infer<typeof imagingSeries>;

/** What makes two studies the same one: its images, else what was imaged when. */
const imagingStudyIdentity = (item: ImagingStudy): unknown[] =>
  item.series?.length
    ? [item.series.map(({ uid }) => uid)]
    : [
        item.procedures?.map(({ codings, text }) => [
          codings.map(({ system, code }) => [system, code]),
          text,
        ]),
        timeIdentity(item.started),
      ];

export const imagingStudyRules = rulesOf<ImagingStudy>({
  schema: imagingStudy,
  identity: imagingStudyIdentity,
  coupled: ['status', 'series'],
  united: ['procedures', 'reasons', 'locations'],
});
