import { rootsThatNeedExtension } from './identifier-systems.ts';

/** What people type where there is no identifier, folded to letters and digits. */
const WORDS: ReadonlySet<string> = new Set([
  'unk',
  'unknown',
  'na',
  'ni',
  'nav',
  'nask',
  'asku',
  'msk',
  'oth',
  'none',
  'null',
  'nil',
  'undefined',
  'notavailable',
  'notapplicable',
  'noinformation',
  'notprovided',
  'notonfile',
  'noid',
]);

// zeros of any length; another digit only from six on, as 3 and 11 are true identifiers
const ONE_DIGIT = /^(0+|([1-9])\2{5,})$/;

/** Two digits that differ are in no placeholder: most identifiers show it, and nothing need be folded. */
function hasTwoDigits(text: string): boolean {
  let first = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) continue;
    if (first !== 0 && code !== first) return true;
    first = code;
  }
  return false;
}

const isPlaceholderText = (text: string): boolean => {
  if (hasTwoDigits(text)) return false;
  const folded = text
    .toLowerCase()
    .replace(/^urn:(uuid|oid):/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return folded === '' || WORDS.has(folded) || ONE_DIGIT.test(folded) || /^x+$/.test(folded);
};

/** Whether an identifier identifies nobody: nothing at all, a numbering system without a number, a placeholder. */
export function isPlaceholderId(root: string | undefined, extension: string | undefined): boolean {
  if (extension !== undefined && extension.trim() !== '') return isPlaceholderText(extension);
  const bare = root?.trim() ?? '';
  return rootsThatNeedExtension.has(bare) || isPlaceholderText(bare);
}
