import { isoOf } from './civil.ts';

const day = 86_400_000;

/** Days since the first of January of 1900 (which is 1) or of 1904 (which is 0); the fraction is the time of day. */
export function ofExcelSerial(text: string, system: 1900 | 1904): string | undefined {
  if (!/^\d{1,7}(\.\d+)?$/.test(text)) return undefined;
  const days = dayOf(Math.floor(Number(text)), system);
  if (days === undefined) return undefined;
  const fraction = text.includes('.') ? Math.round((Number(text) % 1) * 86_400) * 1000 : 0;
  const iso = isoOf(days * day + fraction);
  return fraction === 0 && !/\.\d*[1-9]/.test(text) ? iso.slice(0, 10) : iso.slice(0, 19);
}

/** Days since 1970. Excel believes that 1900 had a 29th of February: its number 60 is no day. */
function dayOf(serial: number, system: 1900 | 1904): number | undefined {
  if (serial > 2_958_465) return undefined;
  if (system === 1904) return Date.UTC(1904, 0, 1) / day + serial;
  if (serial === 0 || serial === 60) return undefined;
  return Date.UTC(1899, 11, serial < 60 ? 31 : 30) / day + serial;
}
