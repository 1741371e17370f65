import type { ScanFault } from '../reader.ts';
import { edge, latin1, mediaTypeOf, type ScanBytes, typeByName } from './media.ts';
import { pdfFacts } from './pdf-pages.ts';
import { tiffFacts } from './tiff-pages.ts';

/** What a scanned file is by its content. */
export interface ScanFacts {
  readonly mediaType?: string;
  /** How many pages it has, where that can be told. */
  readonly pages?: number;
  readonly faults: readonly ScanFault[];
}

/** Looks into a scanned file; its name is only held against what it is. */
export function inspectScan(file: ScanBytes, name: string): ScanFacts {
  if (file.size === 0) return { faults: ['empty'] };
  const mediaType = mediaTypeOf(file);
  const byName = typeByName(name);
  const { pages, faults } = contentOf(file, mediaType);
  const isMisnamed = byName !== undefined && !isNamedSo(byName, mediaType);
  return {
    ...(mediaType !== undefined && { mediaType }),
    ...(pages !== undefined && { pages }),
    faults: isMisnamed ? [...faults, 'misnamed'] : faults,
  };
}

/** A content that does not show what it is may be anything that shows nothing: text. */
const isNamedSo = (byName: string, mediaType: string | undefined): boolean =>
  mediaType === undefined ? !/^image\/|pdf$|rtf$|dicom$/.test(byName) : byName === mediaType;

type Content = Pick<ScanFacts, 'pages' | 'faults'>;

function contentOf(file: ScanBytes, mediaType: string | undefined): Content {
  if (mediaType === 'application/pdf') return pdfContent(file);
  if (mediaType === 'image/tiff') {
    const { isCut, ...rest } = tiffFacts(file);
    return { ...rest, faults: isCut ? ['truncated'] : [] };
  }
  const end = mediaType === undefined ? undefined : ends[mediaType];
  if (end) return { pages: 1, faults: end.test(tailOf(file)) ? [] : ['truncated'] };
  return mediaType?.startsWith('image/') ? { pages: 1, faults: [] } : { faults: [] };
}

function pdfContent(file: ScanBytes): Content {
  const { isCut, isEncrypted, pages } = pdfFacts(file);
  const faults: ScanFault[] = [
    ...(isCut ? ['truncated' as const] : []),
    ...(isEncrypted ? ['encrypted' as const] : []),
  ];
  if (pages === undefined && faults.length === 0 && file.size < 100_000_000) faults.push('damaged');
  return { ...(pages !== undefined && { pages }), faults };
}

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: marks are bytes
/** How files end that are whole; some writers fill up what follows. */
const ends: Readonly<Record<string, RegExp>> = {
  'image/jpeg': /\xff\xd9/,
  'image/png': /IEND\xae\x42\x60\x82/,
  'image/gif': /\x00;/,
};
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: marks are bytes

const tailOf = (file: ScanBytes): string => latin1(file.read(Math.max(0, file.size - edge), edge));
