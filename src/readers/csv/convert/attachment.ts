import { createHash } from 'node:crypto';
import type { Issue } from '../../../issue/index.ts';
import { type Attachment, compact, type Embedded } from '../../../record/index.ts';
import type { ScanFault, ScannedFile } from '../../reader.ts';
import { type Here, Unusable } from './here.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a note holds in itself; more than this is kept apart, as documents do. */
const smallest = 65_536;

/** Content: the text of a cell as it stands, or a file beside the tables. */
export function buildAttachment(fields: Fields, here: Here): Attachment | undefined {
  const { text, file, sha256, pages, ...rest } = fields;
  const about = compact(rest) as Attachment;
  if (file !== undefined) return fileOf(String(file), { sha256, pages, about }, here);
  if (text === undefined) return Object.keys(rest).length > 0 ? about : undefined;
  const bytes = Buffer.from(String(text));
  const said = { contentType: 'text/plain; charset=utf-8', ...about };
  return bytes.length > smallest
    ? { ...said, ...keep(bytes, { mediaType: said.contentType }, here) }
    : { ...said, data: bytes.toString('base64') };
}

/** What a row says of the file that it names. */
interface Said {
  readonly sha256: unknown;
  readonly pages: unknown;
  readonly about: Attachment;
}

/** A file that a row names: it must be there, and be the one that the row means. */
function fileOf(name: string, { sha256: expected, pages, about }: Said, here: Here): Attachment {
  const found = here.work.options.scanBeside?.(here.row.layout.file, name);
  if (!found) throw new Unusable('file-missing', 'the file that it names is not in the export');
  if (found.faults.includes('empty')) throw new Unusable('file-empty', 'the file that it names is empty');
  if (expected !== undefined && String(expected).toLowerCase() !== found.sha256)
    throw new Unusable('file-differs', 'the file that it names has another hash than it says');
  here.work.issues.push(...issuesOf(found, { pages, stated: about.contentType }));
  const { sha256, sha1, size, url } = found;
  // What a file is says its content; where that does not tell, who wrote the row.
  const contentType = found.mediaType ?? about.contentType;
  keepFile(found, contentType, here);
  return compact({ ...about, contentType, sha256, sha1, size, url: url ?? about.url }) as Attachment;
}

const codes = {
  truncated: 'scan-truncated',
  encrypted: 'scan-encrypted',
  damaged: 'scan-damaged',
  misnamed: 'scan-misnamed',
} as const satisfies Record<Exclude<ScanFault, 'empty'>, Issue['code']>;

function issuesOf(
  { name, faults, pages, mediaType }: ScannedFile,
  said: { readonly pages: unknown; readonly stated: string | undefined },
): Issue[] {
  const place = { file: name };
  const isOther =
    said.stated !== undefined && mediaType !== undefined && bare(said.stated) !== mediaType
      ? (['misnamed'] as const)
      : [];
  const all = new Set([...faults, ...isOther]);
  const found = [...all].flatMap((fault): Issue[] =>
    fault === 'empty' ? [] : [{ code: codes[fault], place }],
  );
  const differs = said.pages !== undefined && pages !== undefined && Number(said.pages) !== pages;
  return differs ? [...found, { code: 'scan-pages-differ', place, details: { count: pages } }] : found;
}

const bare = (mediaType: string): string => mediaType.replace(/;.*/s, '').trim().toLowerCase();

/** Names a file by its hash and its place, for the run to write out; its bytes are read then. */
function keepFile(found: ScannedFile, mediaType: string | undefined, { work }: Here): void {
  const { name: file, sha256, size, pages, url } = found;
  const key = `${sha256} ${file}`;
  const times = (work.embedded.get(key)?.times ?? 0) + 1;
  const parts = () => found.parts();
  work.embedded.set(key, {
    sha256,
    size,
    mediaType,
    file,
    pages,
    times,
    staysThere: url !== undefined,
    parts,
  });
}

/** Names bytes by their hash, for the run to write out. */
function keep(bytes: Uint8Array, about: Pick<Embedded, 'mediaType'>, { work }: Here): Attachment {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const sha1 = createHash('sha1').update(bytes).digest('base64');
  work.embedded.set(sha256, { sha256, size: bytes.length, parts: () => [bytes], ...about });
  return { sha256, sha1, size: bytes.length };
}
