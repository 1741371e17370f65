import type { SourcePoint } from '../../record/index.ts';
import { isStandardSystem } from '../../terminology/index.ts';
import { pairOf } from './counts.ts';
import type { Counter } from './tally.ts';
import type { WrittenStatement } from './written-statements.ts';

/** A number in parts that are added up without rounding: whole ones, and millionths. */
interface Exact {
  readonly whole: number;
  readonly millionths: number;
}

/** The sum of what sources say under a code, and by how much the sum of what was written is another. */
export function countSums({ kind, first, resource }: WrittenStatement, book: Counter): void {
  if (kind !== 'observation') return;
  const source = sourceNumber(first.from.trace.get(first.ref)?.['value'] ?? []);
  if (source === undefined) return;
  const { code, ...written } = resource as Written;
  if (isOther(written)) return;
  const name = codeIn(code);
  const count = (what: string, times: number) => book.count('sums', pairOf(name, what), times);
  count('values', 1);
  count('whole', source.whole);
  count('millionths', source.millionths);
  const target = exact(writtenNumber(written));
  if (target === undefined) {
    count('not a number', 1);
    return;
  }
  if (target.whole === source.whole && target.millionths === source.millionths) return;
  count('other number', 1);
  count('off whole', target.whole - source.whole);
  count('off millionths', target.millionths - source.millionths);
}

interface Written {
  readonly code?: { readonly coding?: readonly { readonly system?: string; readonly code?: string }[] };
  readonly valueQuantity?: { readonly value?: unknown };
  readonly valueInteger?: number;
  readonly valueString?: string;
}

const numbers = new Set(['valueQuantity', 'valueInteger', 'valueString']);

/** Whether the value is a code, a time or the like, whose digits are no amount. */
const isOther = (written: object): boolean =>
  Object.keys(written).some((name) => /^value[A-Z]/.test(name) && !numbers.has(name));

/** A code that others know; those of one source alone are added up together. */
function codeIn(code: Written['code']): string {
  const known = code?.coding?.find(({ system }) => system !== undefined && isStandardSystem(system));
  return known ? `${known.system} ${known.code ?? ''}` : '';
}

/** The one number that the source states; nothing where it states several, or one with words. */
function sourceNumber(points: readonly SourcePoint[]): Exact | undefined {
  let found: Exact | undefined;
  for (const point of points) {
    const number = exact(point.attributes?.['value']);
    if (number !== undefined && found !== undefined) return undefined;
    found ??= number;
  }
  return found;
}

/** A number of a resource: its digits are kept as they were written. */
function writtenNumber({ valueQuantity, valueInteger, valueString }: Written): string | undefined {
  const value = valueQuantity?.value ?? valueInteger ?? valueString;
  if (typeof value === 'object' && value !== null) return (value as { rawJSON?: string }).rawJSON;
  return value === undefined ? undefined : String(value);
}

const plain = /^\s*([+-]?)(\d{0,15})(?:\.(\d*))?\s*$/;

/** What a text says, as far as six digits behind the point. */
function exact(text: string | undefined): Exact | undefined {
  const [, sign, whole = '', fraction = ''] = (text !== undefined && plain.exec(text)) || [];
  if (sign === undefined || whole + fraction === '') return undefined;
  const turn = sign === '-' ? -1 : 1;
  return { whole: turn * Number(whole), millionths: turn * Number(fraction.slice(0, 6).padEnd(6, '0')) };
}
