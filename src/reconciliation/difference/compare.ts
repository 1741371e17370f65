import { hash } from 'node:crypto';
import type { Cause } from './changes.ts';

/** A resource as far as it is compared. */
export interface Compared {
  readonly resourceType: string;
  readonly id?: string | undefined;
}

/** How many resources of a type came, went, or are others, and why. */
export interface TypeDifference {
  readonly type: string;
  readonly added: number;
  readonly changed: number;
  readonly vanished: number;
  readonly causes: Readonly<Partial<Record<Cause, number>>>;
}

type Counts = { added: number; changed: number; vanished: number; causes: Partial<Record<Cause, number>> };

/** Compares what two runs wrote, a chart at a time. */
export interface Comparison {
  add(before: Iterable<Compared>, after: Iterable<Compared>, cause: Cause): void;
  types(): TypeDifference[];
}

/** Opens a comparison. */
export function openComparison(): Comparison {
  const types = new Map<string, Counts>();
  const note = (address: string, what: 'added' | 'changed' | 'vanished', cause: Cause) => {
    const type = address.slice(0, address.indexOf('/'));
    const counts = types.get(type) ?? { added: 0, changed: 0, vanished: 0, causes: {} };
    types.set(type, counts);
    counts[what] += 1;
    counts.causes[cause] = (counts.causes[cause] ?? 0) + 1;
  };
  return {
    add(before, after, cause) {
      const old = digestsOf(before);
      for (const [address, digest] of digestsOf(after)) {
        const earlier = old.get(address);
        old.delete(address);
        if (earlier === digest) continue;
        note(address, earlier === undefined ? 'added' : 'changed', cause);
      }
      for (const address of old.keys()) note(address, 'vanished', cause);
    },
    types: () =>
      [...types].map(([type, counts]) => ({ type, ...counts })).sort((a, b) => (a.type < b.type ? -1 : 1)),
  };
}

const digestsOf = (resources: Iterable<Compared>): Map<string, string> => {
  const digests = new Map<string, string>();
  for (const one of resources)
    digests.set(`${one.resourceType}/${one.id ?? ''}`, hash('sha256', JSON.stringify(one)));
  return digests;
};
