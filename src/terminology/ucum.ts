import { byCase, byName, counts } from './ucum-misspellings.ts';
import { isUcum } from './ucum-syntax.ts';

const SUPERSCRIPTS: Readonly<Record<string, string>> = { '²': '2', '³': '3', '⁶': '6', '⁹': '9' };
// x10E3, 10^3, 10+3, 10X9, X_10-3: the vendors' ways to write a power of ten
const POWER = /^(?:x_?\s*10\s*-|x?\s*10\s*[x^*e+])\s*(\d{1,2})(?:\s*cells)?(?=\/|$)/i;

function normalise(unit: string): string {
  return unit
    .trim()
    .replace(/[µμ]/g, 'u')
    .replace(/[²³⁶⁹]/g, (digit) => SUPERSCRIPTS[digit] ?? digit)
    .replace(POWER, '10*$1');
}

function lookUp(unit: string): string | undefined {
  if (Object.hasOwn(byCase, unit)) return byCase[unit];
  if (isUcum(unit)) return unit;
  const name = unit.toLowerCase().replace(/[\s.]+/g, '');
  if (Object.hasOwn(byName, name)) return byName[name];
  return isUcum(name) ? name : undefined;
}

const countOf = (part: string) => (Object.hasOwn(counts, part) ? counts[part] : undefined);

/** The parts of a quotient, each understood by itself. */
function byParts(unit: string): string | undefined {
  const parts = unit.split('/').map((part) => part.trim());
  if (parts.length < 2) return undefined;
  const [first = '', ...others] = parts;
  const codes = [first === '' ? '' : (countOf(first) ?? lookUp(first)), ...others.map(lookUp)];
  if (codes.includes(undefined)) return undefined;
  const joined = codes.join('/');
  return isUcum(joined) ? joined : undefined;
}

/** The UCUM code of a unit: itself where it is one, else of its well-known misspelling; undefined where we know neither. */
export function ucumOf(unit: string): string | undefined {
  const text = normalise(unit);
  // the parts first: MG/L is valid as it is, and yet not in megagauss
  return byParts(text) ?? lookUp(text);
}
