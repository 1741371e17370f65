import { createHash } from 'node:crypto';
import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Attachment, Embedded } from '../../../record/index.ts';
import type { InputFile } from '../../reader.ts';
import { ownText, readBase64 } from '../../xml/base64.ts';
import { base64Parts } from '../../xml/base64-parts.ts';
import type { XmlElement } from '../../xml/element.ts';
import { clean } from '../datatypes/concept.ts';

/** Why content cannot be had: it is no base64, cannot be inflated, is not there, or is a file that does not lie beside. */
export type EmbeddedFault = 'base64-invalid' | 'compression-invalid' | 'no-content' | 'file-not-beside';

/** Content of another format, that it stands elsewhere, or why it cannot be had. */
type Found =
  | { readonly item: Embedded; readonly sha1: string }
  | { readonly url: string }
  | { readonly fault: EmbeddedFault };

/** The bytes of the document, and the files beside it. */
interface Source {
  readonly bytes: Uint8Array;
  readonly beside?: (name: string) => InputFile | undefined;
}

/** What a note or a value holds in itself, as exchanges do; more than this is kept apart. */
const smallest = 65_536;
/** What compressed content may grow to. */
const largestInflated = 1 << 28;

/** The content of other formats in one document (ED): bytes are found by their element and decoded when they are wanted. */
export class EmbeddedContent {
  /** What is named by its hash and has to be kept. */
  readonly kept = new Map<string, Embedded>();
  readonly #file: Source;
  readonly #found = new Map<XmlElement, Found>();

  constructor(file: Source) {
    this.#file = file;
  }

  /** Why the content of an element cannot be had, if it cannot. */
  faultOf(element: XmlElement): EmbeddedFault | undefined {
    const found = this.#find(element);
    return 'fault' in found ? found.fault : undefined;
  }

  /** The content by its hash, for the run to keep; or where it is. */
  keep(element: XmlElement): Attachment | undefined {
    const found = this.#find(element);
    if ('fault' in found) return undefined;
    const contentType = mediaTypeOf(element);
    const language = clean(element.attributes['language']);
    const said = { ...(contentType && { contentType }), ...(language && { language }) };
    if ('url' in found) return { ...said, url: found.url };
    const { item, sha1 } = found;
    this.kept.set(item.sha256, item);
    return { ...said, sha256: item.sha256, sha1, size: item.size };
  }

  /** The content itself where it is small. */
  inline(element: XmlElement): Attachment | undefined {
    const found = this.#find(element);
    if (!('item' in found) || found.item.size > smallest) return this.keep(element);
    const contentType = mediaTypeOf(element);
    const data = Buffer.concat([...found.item.parts()]).toString('base64');
    return { ...(contentType && { contentType }), data };
  }

  #find(element: XmlElement): Found {
    const found = this.#found.get(element) ?? this.#look(element);
    this.#found.set(element, found);
    return found;
  }

  #look(element: XmlElement): Found {
    if (element.attributes['representation'] === 'B64') return this.#decode(element);
    const reference = element.first('reference')?.attributes['value']?.trim();
    if (reference) return this.#refer(element, reference);
    const words = ownText(element);
    if (words.trim() === '') return { fault: 'no-content' };
    return describe(() => [Buffer.from(words)], { mediaType: mediaTypeOf(element) });
  }

  #decode(element: XmlElement): Found {
    const parts = this.#partsOf(element);
    if (!parts) return { fault: 'base64-invalid' };
    const compression = clean(element.attributes['compression']);
    const about = { mediaType: mediaTypeOf(element) };
    if (compression === undefined) return orNothing(describe(parts, about));
    try {
      return orNothing(describe(() => [inflate(compression, Buffer.concat([...parts()]))], about));
    } catch {
      return { fault: 'compression-invalid' };
    }
  }

  #partsOf(element: XmlElement): (() => Iterable<Uint8Array>) | undefined {
    const { bytes } = this.#file;
    const { blob } = element;
    if (!blob) {
      const whole = readBase64(element, bytes);
      return whole instanceof Uint8Array ? () => [whole] : undefined;
    }
    const walk = base64Parts(bytes, blob);
    let step = walk.next();
    while (!step.done) step = walk.next();
    return step.value ? () => base64Parts(bytes, blob) : undefined;
  }

  #refer(element: XmlElement, reference: string): Found {
    if (/^[a-z][a-z0-9+.-]+:/i.test(reference)) return { url: reference };
    const file = this.#file.beside?.(reference);
    if (!file) return { fault: 'file-not-beside' };
    return describe(() => [file.bytes], { mediaType: mediaTypeOf(element), file: file.name });
  }
}

function describe(parts: () => Iterable<Uint8Array>, about: Pick<Embedded, 'mediaType' | 'file'>) {
  const digests = [createHash('sha256'), createHash('sha1')] as const;
  let size = 0;
  for (const part of parts()) {
    for (const digest of digests) digest.update(part);
    size += part.length;
  }
  const [sha256, sha1] = [digests[0].digest('hex'), digests[1].digest('base64')];
  return { item: { sha256, size, parts, ...about }, sha1 };
}

const orNothing = (found: ReturnType<typeof describe>): Found =>
  found.item.size === 0 ? { fault: 'no-content' } : found;

/** Text that says nothing of its type is plain (CDA, ED); bytes that say nothing are bytes. */
function mediaTypeOf(element: XmlElement): string | undefined {
  const stated = clean(element.attributes['mediaType']);
  const isText = element.attributes['representation'] !== 'B64' && !element.first('reference');
  if (!isText) return stated;
  // What stands there as text is written in UTF-8.
  const type = stated ?? 'text/plain';
  return /^text\/(plain|html)$/i.test(type) ? `${type}; charset=utf-8` : type;
}

/** HL7's CompressionAlgorithm; of the fourth, Z, nothing that Node knows would read it. */
function inflate(compression: string, bytes: Uint8Array): Uint8Array {
  const limits = { maxOutputLength: largestInflated };
  if (compression === 'GZ') return gunzipSync(bytes, limits);
  if (compression === 'ZL') return inflateSync(bytes, limits);
  if (compression === 'DF') return inflateRawSync(bytes, limits);
  throw new RangeError('no known compression');
}
