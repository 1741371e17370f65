import type { ReadOptions } from '../readers/index.ts';

type OffsetAt = NonNullable<ReadOptions['offsetAt']>;

const day = 86_400_000;

/** Offsets of a zone of the IANA database, with daylight saving; a local time that comes twice or never has none. */
export function offsetsOf(zone: string): OffsetAt {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const offsetOf = (instant: number) => {
    const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    return name === 'GMT' ? '+00:00' : name.replace('GMT', '');
  };
  return (local) => {
    const asUtc = Date.parse(`${local}Z`);
    if (Number.isNaN(asUtc)) return undefined;
    const near = new Set([offsetOf(asUtc - day), offsetOf(asUtc), offsetOf(asUtc + day)]);
    const valid = [...near].filter((offset) => offsetOf(asUtc - millisecondsOf(offset)) === offset);
    return valid.length === 1 && isWritable(valid[0]) ? valid[0] : undefined;
  };
}

/** Before standard time offsets had seconds, which FHIR cannot say. */
const isWritable = (offset: string | undefined): boolean => /^[+-]\d\d:\d\d$/.test(offset ?? '');

function millisecondsOf(offset: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = offset.slice(1).split(':').map(Number);
  const size = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return offset.startsWith('-') ? -size : size;
}
