import { createHash } from 'node:crypto';
import { type Attachment, compact, type Embedded } from '../../../record/index.ts';
import { type Here, Unusable } from './here.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a note holds in itself; more than this is kept apart, as documents do. */
const smallest = 65_536;

/** Content: the text of a cell as it stands, or a file beside the tables. */
export function buildAttachment({ text, file, sha256, ...rest }: Fields, here: Here): Attachment | undefined {
  const about = compact(rest) as Attachment;
  if (file !== undefined) return fileOf(String(file), sha256, { about, here });
  if (text === undefined) return Object.keys(rest).length > 0 ? about : undefined;
  const bytes = Buffer.from(String(text));
  const said = { contentType: 'text/plain; charset=utf-8', ...about };
  return bytes.length > smallest
    ? { ...said, ...keep(bytes, { mediaType: said.contentType }, here) }
    : { ...said, data: bytes.toString('base64') };
}

/** A file that a row names: it must be there, and be the one that the row means. */
function fileOf(
  name: string,
  expected: unknown,
  { about, here }: { about: Attachment; here: Here },
): Attachment {
  const found = here.work.options.fileBeside?.(here.row.layout.file, name);
  if (!found) throw new Unusable('file-missing', 'the file that it names is not in the export');
  if (expected !== undefined && String(expected).toLowerCase() !== found.sha256)
    throw new Unusable('file-differs', 'the file that it names has another hash than it says');
  const mediaType = about.contentType;
  return { ...about, ...keep(found.bytes, { mediaType, file: found.name }, here) };
}

/** Names bytes by their hash, for the run to write out. */
function keep(bytes: Uint8Array, about: Pick<Embedded, 'mediaType' | 'file'>, { work }: Here): Attachment {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const sha1 = createHash('sha1').update(bytes).digest('base64');
  work.embedded.set(sha256, { sha256, size: bytes.length, parts: () => [bytes], ...about });
  return { sha256, sha1, size: bytes.length };
}
