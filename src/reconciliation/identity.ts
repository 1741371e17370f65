import { openSieve, type Sieve } from './sieve.ts';
import type { PatientLine } from './tally/index.ts';

/** One identifier that several charts have. */
export interface SharedIdentifier {
  readonly system: string;
  readonly charts: readonly string[];
  /** How many different people they seem to be, by name and birth date. */
  readonly people: number;
}

/** Charts that may be one person's. */
export interface ProbableDuplicate {
  readonly why: 'same name and birth date' | 'names swapped, same birth date';
  readonly charts: readonly string[];
}

/** What the charts of a run say of each other; ids are the run's own, never those of the source. */
export interface Identity {
  readonly charts: number;
  readonly shared: readonly SharedIdentifier[];
  readonly duplicates: readonly ProbableDuplicate[];
  /** Charts without a clinical statement. */
  readonly empty: readonly string[];
  readonly withoutBirth: number;
  readonly withoutName: number;
  readonly withoutIdentifier: number;
}

interface Seen {
  readonly ids: string[];
  readonly people: Set<string>;
}

/** Statements that say nothing clinical of the patient. */
const administrative = new Set([
  'document',
  'relatedPerson',
  'coverage',
  'account',
  'careTeam',
  'outsideDocument',
]);

const normal = (name: string | undefined): string =>
  (name ?? '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

/**
 * Holds the charts against each other. They are read twice: first to find which keys may come again, then to keep the
 * charts of these alone, so that memory grows with what is found and not with the charts.
 */
export function compareCharts(read: () => Iterable<PatientLine>): Identity {
  const sieve = sieveOf(read());
  const byIdentifier = new Map<string, Seen>();
  const byPerson = new Map<string, string[]>();
  const empty: string[] = [];
  const without = { birth: 0, name: 0, identifier: 0 };
  let charts = 0;
  for (const line of read()) {
    charts += 1;
    noteIdentifiers(line, byIdentifier, sieve);
    notePerson(line, byPerson, sieve);
    if (!Object.keys(line.kinds).some((kind) => !administrative.has(kind))) empty.push(line.id);
    without.birth += line.birth ? 0 : 1;
    without.name += line.name ? 0 : 1;
    without.identifier += line.identifiers.length > 0 ? 0 : 1;
  }
  return {
    charts,
    shared: sharedIn(byIdentifier),
    duplicates: duplicatesIn(byPerson),
    empty,
    withoutBirth: without.birth,
    withoutName: without.name,
    withoutIdentifier: without.identifier,
  };
}

function sieveOf(lines: Iterable<PatientLine>): Sieve {
  const sieve = openSieve();
  for (const line of lines) for (const key of keysOf(line)) sieve.note(key);
  return sieve;
}

const personKey = ({ family, given, name, birth }: PatientLine): string =>
  `${normal(family ?? name)} ${normal(given)} ${birth ?? ''}`;

const identifierKeys = ({ identifiers }: PatientLine): Set<string> =>
  new Set(identifiers.map(([system, value]) => `${system}\t${value}`));

/** The same key for a name and for one whose parts are swapped; who lacks a part is held against nobody. */
function swappedKey({ family, given, birth }: PatientLine): string | undefined {
  const names = [normal(family), normal(given)];
  return names.every((one) => one !== '') && birth ? `${names.sort().join(' ')} ${birth}` : undefined;
}

const keysOf = (line: PatientLine): string[] => [...identifierKeys(line), swappedKey(line) ?? []].flat();

function noteIdentifiers(line: PatientLine, seen: Map<string, Seen>, sieve: Sieve): void {
  for (const key of identifierKeys(line)) {
    if (!sieve.mayRepeat(key)) continue;
    const known = seen.get(key) ?? { ids: [], people: new Set() };
    seen.set(key, known);
    known.ids.push(line.id);
    known.people.add(personKey(line));
  }
}

const sharedIn = (seen: ReadonlyMap<string, Seen>): SharedIdentifier[] =>
  [...seen]
    .filter(([, { ids }]) => new Set(ids).size > 1)
    .map(([key, { ids, people }]) => ({
      system: key.slice(0, key.indexOf('\t')),
      charts: [...new Set(ids)],
      people: people.size,
    }))
    .sort(
      (a, b) => b.people - a.people || b.charts.length - a.charts.length || (a.system < b.system ? -1 : 1),
    );

function notePerson(line: PatientLine, seen: Map<string, string[]>, sieve: Sieve): void {
  const key = swappedKey(line);
  if (key === undefined || !sieve.mayRepeat(key)) return;
  const found = seen.get(key) ?? [];
  seen.set(key, found);
  found.push(`${normal(line.family) < normal(line.given) ? 'a' : 'b'}${line.id}`);
}

function duplicatesIn(seen: ReadonlyMap<string, readonly string[]>): ProbableDuplicate[] {
  return [...seen.values()].flatMap((found): ProbableDuplicate[] => {
    const charts = [...new Set(found.map((one) => one.slice(1)))];
    if (charts.length < 2) return [];
    const isSwapped = new Set(found.map((one) => one.charAt(0))).size > 1;
    return [{ why: isSwapped ? 'names swapped, same birth date' : 'same name and birth date', charts }];
  });
}
