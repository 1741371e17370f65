import type { When } from '../../../record/index.ts';
import { whenOf } from '../../when-of.ts';
import type { XmlElement } from '../../xml/element.ts';

/** The day on which the document was written: what it states holds on that day. */
export function documentDay(element: XmlElement): string | undefined {
  let root = element;
  while (root.parent) root = root.parent;
  const literal = root.first('effectiveTime')?.attributes['value'];
  const day = literal === undefined ? undefined : whenOf(literal, undefined)?.value?.slice(0, 10);
  return day?.length === 10 ? day : undefined;
}

/** Compares at the precision of the time: 2015 is neither before nor after a day in 2015. */
function order(time: When | undefined, day: string | undefined): number {
  const value = time?.value?.slice(0, 10);
  if (value === undefined || day === undefined) return 0;
  const same = day.slice(0, value.length);
  return value < same ? -1 : value > same ? 1 : 0;
}

export const isBefore = (time: When | undefined, day: string | undefined): boolean => order(time, day) < 0;
export const isAfter = (time: When | undefined, day: string | undefined): boolean => order(time, day) > 0;
