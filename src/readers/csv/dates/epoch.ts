import { inRange, isoOf } from './civil.ts';

/** Seconds (or thousandths of them) since 1970 in UTC. */
export function ofEpoch(text: string, perSecond: 1 | 1000): string | undefined {
  if (!/^-?\d{1,15}(\.\d+)?$/.test(text)) return undefined;
  const milliseconds = Math.round((Number(text) * 1000) / perSecond);
  return inRange(milliseconds) ? isoOf(milliseconds).replace('.000Z', 'Z') : undefined;
}
