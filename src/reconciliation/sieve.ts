/** So many places, a bit each: a million keys fall on another's place once in sixteen times. */
const places = 2 ** 24;

/** Tells which of many keys may come again, in 4 MB however many there are. */
export interface Sieve {
  note(key: string): void;
  /** True for each key that was noted twice, and for a few that were not. */
  mayRepeat(key: string): boolean;
}

export function openSieve(): Sieve {
  const [once, twice] = [new Uint8Array(places / 8), new Uint8Array(places / 8)];
  const isIn = (bits: Uint8Array, place: number) => ((bits[place >> 3] ?? 0) & (1 << (place & 7))) !== 0;
  const put = (bits: Uint8Array, place: number) => {
    bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
  };
  return {
    note(key) {
      const place = placeOf(key);
      put(isIn(once, place) ? twice : once, place);
    },
    mayRepeat: (key) => isIn(twice, placeOf(key)),
  };
}

/** FNV-1a, its upper bits folded into the lower ones. */
function placeOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 24)) & (places - 1);
}
