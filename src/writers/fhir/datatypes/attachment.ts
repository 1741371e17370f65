import { documentFile, type Attachment as RecordAttachment } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { everyField } from '../every-field.ts';
import type { Attachment } from '../fhir-types.ts';
import type { FhirOptions } from '../options.ts';

/** The bytes as base64 where they are to be embedded. */
export function embedded(sha256: string | undefined, options: FhirOptions): string | undefined {
  if (options.source !== 'embed' || sha256 === undefined || !options.sourceBytes) return undefined;
  return Buffer.from(options.sourceBytes(sha256)).toString('base64');
}

/** Kept bytes as base64, where attachments are to hold them. */
function inlined(sha256: string | undefined, { sourceBytes }: FhirOptions): string | undefined {
  return sha256 === undefined || !sourceBytes
    ? undefined
    : Buffer.from(sourceBytes(sha256)).toString('base64');
}

/** An Attachment: its data or where they are: a Binary beside it, the run's folder, an address of the source. */
export function attachment(value: RecordAttachment, context: Context): Attachment {
  const { contentType, language, data, sha256, sha1, size, title, url, ...rest } = value;
  everyField(rest);
  const { attachments } = context.options;
  // What was left where it is says so.
  const stays = attachments === 'url' && url !== undefined;
  const inside = attachments === 'inline' && data === undefined ? inlined(sha256, context.options) : data;
  const kept = sha256 && !stays && (context.binary(sha256, contentType) ?? documentFile(sha256, contentType));
  return {
    // Data needs a type (att-1); this one says that nobody stated it.
    contentType: contentType ?? (inside === undefined ? undefined : 'application/octet-stream'),
    language,
    data: inside,
    url: inside === undefined ? kept || url : undefined,
    size,
    hash: sha1,
    title,
  };
}
