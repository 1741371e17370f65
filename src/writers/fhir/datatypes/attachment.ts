import type { Attachment as RecordAttachment } from '../../../record/index.ts';
import { everyField } from '../every-field.ts';
import type { Attachment } from '../fhir-types.ts';
import type { FhirOptions } from '../options.ts';

/** The bytes as base64 where they are to be embedded. */
export function embedded(sha256: string | undefined, options: FhirOptions): string | undefined {
  if (options.source !== 'embed' || sha256 === undefined || !options.sourceBytes) return undefined;
  return Buffer.from(options.sourceBytes(sha256)).toString('base64');
}

/** An Attachment: its data, or the address of its file in the run's folder. */
export function attachment(value: RecordAttachment, options: FhirOptions): Attachment {
  const { contentType, language, data, sha256, size, title, ...rest } = value;
  everyField(rest);
  const inside = data ?? embedded(sha256, options);
  return {
    // Data needs a type (att-1); this one says that nobody stated it.
    contentType: contentType ?? (inside === undefined ? undefined : 'application/octet-stream'),
    language,
    data: inside,
    url: inside === undefined && sha256 ? `attachments/${sha256}` : undefined,
    size,
    title,
  };
}
