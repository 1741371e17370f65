import type { DateEvidence } from '../../../mapping/index.ts';
import { readWhen } from '../dates.ts';

/** Formats that texts are tried in, those that say least first. */
const formats = [
  'iso',
  'M/d/yyyy',
  'd/M/yyyy',
  'd.M.yyyy',
  'M-d-yyyy',
  'd-M-yyyy',
  'yyyy/M/d',
  'd-MMM-yyyy',
  'd MMM yyyy',
  'MMM d, yyyy',
  'M/d/yy',
  'd/M/yy',
  'd-MMM-yy',
  'M/d/yyyy H:mm:ss',
  'd/M/yyyy H:mm:ss',
  'd.M.yyyy H:mm:ss',
  'yyyy/M/d H:mm:ss',
  'd-MMM-yyyy H:mm:ss',
  'M/d/yyyy h:mm:ss a',
  'd/M/yyyy h:mm:ss a',
  'd-MMM-yy h:mm:ss a',
  'M/d/yy H:mm:ss',
  'M/d/yy h:mm:ss a',
  'MMM d yyyy h:mm:ss a',
  'MMddyyyy',
  'ddMMyyyy',
  'fileman',
] as const;
/** Numbers that only a column can mean as dates whose name says so. */
const byName = ['excel-serial', 'epoch', 'epoch-ms'] as const;
const plausible: Readonly<Record<string, RegExp>> = {
  fileman: /^[23]\d{6}(\.\d+)?$/,
  'excel-serial': /^[1-5]\d{4}(\.\d+)?$/,
  epoch: /^-?\d{9,10}$/,
  'epoch-ms': /^-?\d{12,13}$/,
  MMddyyyy: /^\d{8}$/,
  ddMMyyyy: /^\d{8}$/,
};
const dateName = /date|time|year|dob|dod|yob|birth|(^|_)(dt|dttm|ts|at|on)$/i;

/** Which formats read the texts of a column. */
export class DateFinder {
  #formats: string[];
  readonly #isNamed: boolean;
  readonly #read = new Map<string, number>();
  #looked = 0;

  constructor(column: string) {
    this.#isNamed = dateName.test(column);
    this.#formats = [...formats, ...(this.#isNamed ? byName : [])];
  }

  add(text: string): void {
    this.#looked++;
    if (this.#formats.length === 0) return;
    for (const format of this.#formats) {
      if (this.#isYear(text, format) || reads(text, format))
        this.#read.set(format, (this.#read.get(format) ?? 0) + 1);
    }
    // A format that has failed often enough is out.
    if (this.#looked % 16 === 0) this.#formats = this.#formats.filter((format) => this.#share(format) >= 0.8);
  }

  /** The formats that read nearly all, the best first; of those that read alike the one that says least. */
  found(): DateEvidence[] {
    const best = Math.max(...this.#formats.map((format) => this.#share(format)), 0);
    if (best < 0.9) return [];
    const alike = this.#formats.filter((format) => this.#share(format) === best);
    const [first = ''] = alike;
    const twin = alike.find((format) => format !== first && format === twinOf(first));
    return [first, ...(twin ? [twin] : [])].map((format) => ({
      format,
      share: Math.round(best * 1000) / 1000,
    }));
  }

  /** A number of four digits is a year only where the column says so. */
  #isYear(text: string, format: string): boolean {
    return this.#isNamed && format === 'iso' && /^(18|19|20)\d\d$/.test(text);
  }

  #share(format: string): number {
    return this.#looked === 0 ? 0 : (this.#read.get(format) ?? 0) / this.#looked;
  }
}

/** The same format with day and month the other way round. */
const twinOf = (format: string): string => format.replace(/^M([/-])d/, 'd$1M');

function reads(text: string, format: string): boolean {
  if (text.length < 6 || text.length > 40) return plausible[format]?.test(text) ?? false;
  if (plausible[format] && !plausible[format].test(text)) return false;
  const value = readWhen(text, { format, pivot: 50 })?.value;
  if (value === undefined) return false;
  const year = Number(value.slice(0, 4));
  return year > 1850 && year < 2150;
}
