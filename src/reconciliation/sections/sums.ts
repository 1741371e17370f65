import type { Facts } from '../facts.ts';
import { code, count, type Part } from '../model.ts';
import { partsOf } from '../tally/index.ts';
import { counted, number } from '../words.ts';

interface Sum {
  readonly code: string;
  of(what: string): number;
}

const shown = 25;
const others = 'codes of the source alone';

/** What was added up of each code, the most frequent first. */
function sumsOf({ sums }: Facts['tally']): Sum[] {
  const codes = new Set(Object.keys(sums.keys).map((key) => partsOf(key)[0] ?? ''));
  return [...codes]
    .map((own) => ({ code: own, of: (what: string) => sums.keys[`${own}\t${what}`] ?? 0 }))
    .toSorted((a, b) => b.of('values') - a.of('values') || (a.code < b.code ? -1 : 1));
}

const isOff = ({ of }: Sum): boolean => of('other number') > 0;

/** Whether some number was written as another one. */
export const sumsDiffer = (tally: Facts['tally']): boolean => sumsOf(tally).some(isOff);

export function sumsLead(tally: Facts['tally']): string {
  const all = sumsOf(tally);
  const values = all.reduce((total, { of }) => total + of('values'), 0);
  if (values === 0) return 'No source states a number by itself.';
  const off = all.filter(isOff);
  const inWords = all.reduce((total, { of }) => total + of('not a number'), 0);
  const kept = inWords === 0 ? '' : `, but for ${number(inWords)} that stand in words`;
  return off.length === 0
    ? `${counted(values, 'number')} of the sources add up to the same sum, code by code, in what was written${kept}.`
    : `The numbers of ${counted(off.length, 'code')} do not add up to the same sum in what was written.`;
}

/** The checksum of values: what the sources' own numbers add up to under a code, and what was written of them. */
export function sumsPart(tally: Facts['tally']): Part {
  return {
    part: 'table',
    title: 'Sums of numbers by code',
    note: 'Numbers are added up as digits, without rounding (six behind the point). A number that stands with its unit or comparator in one text is not among them. In words: a number whose unit the profile does not take stands in a note. Units are not looked at here.',
    columns: [
      code('Code'),
      count('Numbers'),
      count('Sum in the sources'),
      count('Sum written'),
      count('Another number'),
      count('In words'),
    ],
    rows: sumsOf(tally).map(({ code: own, of }) => {
      const [whole, millionths] = [of('whole'), of('millionths')];
      return [
        own.replace(/^http:\/\/loinc\.org /, 'LOINC ') || others,
        of('values'),
        inDigits(whole, millionths),
        of('not a number') > 0 ? '–' : inDigits(whole + of('off whole'), millionths + of('off millionths')),
        of('other number'),
        of('not a number'),
      ];
    }),
    shown,
  };
}

/** A sum of whole numbers and of millionths as one number. */
function inDigits(whole: number, millionths: number): string {
  const sum = BigInt(whole) * 1_000_000n + BigInt(millionths);
  const size = sum < 0n ? -sum : sum;
  const fraction = String(size % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${sum < 0n ? '-' : ''}${size / 1_000_000n}${fraction && `.${fraction}`}`;
}
