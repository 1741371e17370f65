/** A file that is read where it is asked for: a large one is never held as a whole. */
export interface ScanBytes {
  readonly size: number;
  /** Some bytes; fewer where the file ends. */
  read(start: number, length: number): Uint8Array;
}

export const inMemory = (whole: Uint8Array): ScanBytes => ({
  size: whole.length,
  read: (start, length) => whole.subarray(start, start + length),
});

/** What is read of a beginning or an end. */
export const edge = 4096;

export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: signatures are bytes
const signatures: readonly (readonly [string, RegExp])[] = [
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/tiff', /^(?:II[*+]\0|MM\0[*+])/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/],
  ['image/bmp', /^BM[\s\S]{4}\0\0\0\0/],
  ['image/jp2', /^\0\0\0\x0cjP {2}\r\n/],
  ['application/dicom', /^[\s\S]{128}DICM/],
  ['application/rtf', /^\{\\rtf/],
  // Some writers put a line of their own before it.
  ['application/pdf', /^[\s\S]{0,1019}%PDF-\d/],
];
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: signatures are bytes

/** The media type of a file by its first bytes; nothing where they do not tell. */
export function mediaTypeOf(file: ScanBytes): string | undefined {
  const head = latin1(file.read(0, edge));
  return signatures.find(([, pattern]) => pattern.test(head))?.[0];
}

/** Whether the first bytes of a file are those of what scanners and viewers write. */
export const isScan = (head: Uint8Array): boolean => mediaTypeOf(inMemory(head)) !== undefined;

const endings: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpe: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  bmp: 'image/bmp',
  webp: 'image/webp',
  rtf: 'application/rtf',
  jp2: 'image/jp2',
  dcm: 'application/dicom',
  txt: 'text/plain',
  htm: 'text/html',
  html: 'text/html',
  doc: 'application/msword',
};

/** What the name of a file says that it is. */
export function typeByName(name: string): string | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(endings, ending) ? endings[ending] : undefined;
}
