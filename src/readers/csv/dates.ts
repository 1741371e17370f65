import type { When } from '../../record/index.ts';
import type { OffsetAt } from '../reader.ts';
import { whenOf } from '../when-of.ts';
import { ofEpoch } from './dates/epoch.ts';
import { ofExcelSerial } from './dates/excel-serial.ts';
import { ofFileman } from './dates/fileman.ts';
import { ofIso } from './dates/iso.ts';
import { cutTo, type Precision } from './dates/precision.ts';
import { ofTokens } from './dates/tokens.ts';

export { type Precision, precisionOf } from './dates/precision.ts';
export { faultOfFormat } from './dates/tokens.ts';

/** How the dates of a column are written. */
export interface WhenOptions {
  /** `iso`, `excel-serial`, `excel-serial-1904`, `fileman`, `epoch`, `epoch-ms`, or tokens: `M/d/yyyy h:mm:ss a`. */
  readonly format?: string | undefined;
  /** The site's zone; without it a time that has no offset is not said. */
  readonly offsetAt?: OffsetAt | undefined;
  /** Two digits of a year from this on mean 19xx, those below 20xx; without it two digits are no year. */
  readonly pivot?: number | undefined;
  /** How much of the date holds, where another column says so. */
  readonly precision?: Precision | undefined;
}

/** The formats that are not made of tokens. */
const named: Readonly<Record<string, (text: string) => string | undefined>> = {
  iso: ofIso,
  'excel-serial': (text) => ofExcelSerial(text, 1900),
  'excel-serial-1904': (text) => ofExcelSerial(text, 1904),
  fileman: ofFileman,
  epoch: (text) => ofEpoch(text, 1),
  'epoch-ms': (text) => ofEpoch(text, 1000),
};

/** The names of the formats that are not made of tokens. */
export const namedFormats: readonly string[] = Object.keys(named);

/**
 * A cell's date, as precise as the cell; nothing where it is none in this format. A time without an offset takes the site's zone, else only its
 * date is said and the literal keeps the rest.
 */
export function readWhen(text: string, options: WhenOptions = {}): When | undefined {
  const { format = 'iso', offsetAt, pivot, precision } = options;
  const cell = text.trim();
  const iso = named[format] ? named[format](cell) : ofTokens(cell, format, pivot);
  const when = iso === undefined ? undefined : whenOf(iso, offsetAt);
  if (!when?.value) return undefined;
  const said = when.literal === undefined ? { value: when.value } : { value: when.value, literal: cell };
  return precision ? cutTo(precision, said, cell) : said;
}
