import type { Form } from '../../../mapping/index.ts';
import { isUuid, isValidNpi, ucumOf } from '../../../terminology/index.ts';
import { words } from './words.ts';

const by = (pattern: RegExp) => (text: string) => pattern.test(text);
const among = (known: ReadonlySet<string>) => (text: string) => known.has(text.toLowerCase());

/** What texts look like. */
const forms: Readonly<Record<Form, (text: string) => boolean>> = {
  uuid: isUuid,
  integer: by(/^[+-]?\d{1,18}$/),
  decimal: by(/^[+-]?(\d+([.,]\d+)?|[.,]\d+)([eE][+-]?\d+)?$/),
  // A comma before three digits may part thousands.
  comma: by(/^[<>]?=?\s*[+-]?(\d*|\d{1,3}(\.\d{3})+),(\d{1,2}|\d{4,})$/),
  comparison: by(/^[<>]=?\s*\d+([.,]\d+)?/),
  pressure: by(/^\d{2,3}\s*\/\s*\d{2,3}$/),
  phone: by(/^(\+?1[-. ]?)?(\(\d{3}\)\s?|\d{3}[-. ])?\d{3}[-. ]\d{4}(\s*x\s*\d+)?( or .*)?$/i),
  email: by(/^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i),
  ssn: by(/^\d{3}-\d{2}-\d{4}$/),
  zip: by(/^\d{5}(-\d{4})?$/),
  npi: isValidNpi,
  url: by(/^(https?|ftp|urn):\S+$/i),
  file: by(/^[^\s\\/:]+(\/[^\s\\/:]+)*\.[a-z]{2,4}\d?$/i),
  mime: by(/^(text|image|application|audio|video)\/[\w.+-]+$/),
  flag: among(words.flag),
  sex: among(words.sex),
  race: among(words.race),
  ethnicity: among(words.ethnicity),
  marital: among(words.marital),
  state: among(words.state),
  unit: (text) => text.length <= 20 && !/^[\d.,]+$/.test(text) && ucumOf(text) !== undefined,
  status: among(words.status),
  severity: among(words.severity),
  flagged: among(words.flagged),
  setting: among(words.setting),
  living: among(words.living),
  name: by(/^\p{Lu}[\p{L}'’.-]+,\s*\p{L}/u),
  drug: by(/\b\d+(\.\d+)?\s?(mg|mcg|ml|unt|unit|%|meq|mg\/ml)\b/i),
  words: isWords,
  prose: (text) => text.length > 40 && (text.match(/\s/g)?.length ?? 0) >= 5,
};

/** Three letters and more, and little besides. */
function isWords(text: string): boolean {
  if (text.length < 3 || text.length > 200 || isUuid(text)) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 3 && letters >= text.replace(/\s/g, '').length * 0.6;
}

const entries = Object.entries(forms) as [Form, (text: string) => boolean][];

/** All that a text looks like. */
export const formsOf = (text: string): Form[] =>
  entries.filter(([, holds]) => holds(text)).map(([form]) => form);
