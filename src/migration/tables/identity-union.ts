import type { PatientScan } from '../../readers/index.ts';
import { type IdMaker, patientId } from '../../record/index.ts';
import type { KeyStore } from './key-store.ts';
import { openTwins, type Twins } from './twins.ts';

/**
 * Patients whom several sources know: documents and exports that share an identifier, the birth date and the family
 * name. Two rows of one export stay two, as its own keys tell them apart (twins share a birth date, a family name and
 * often a policy number); an identifier that both bear unites nobody.
 */
export interface IdentityUnion {
  addDocument(scan: PatientScan): void;
  /** A patient of an export, by the export's number in the run and the key of the row. */
  addRow(scan: PatientScan, from: number, key: string): void;
  /** Ends the gathering; tells of each set of charts that share an identifier and were not joined how many they are. */
  settle(make: IdMaker): number[];
  /** The id under which a patient of a document is written. */
  idOf(own: string): string;
  /** The id under which a patient of an export is written. */
  idOfRow(row: { readonly id: string; readonly key: string }, from: number): string;
}

/** One source's patient, as far as the union needs it. */
interface Member {
  readonly id: string;
  /** The number of the export; -1 for documents. */
  readonly from: number;
  /** What tells its row from others. */
  readonly key: string;
  readonly identifiers: PatientScan['identifiers'];
  readonly birth: string;
  readonly family: string;
}

const documents = -1;
const space = 'identity';

/** Opens the gathering; what is met once is kept in the store, so that a large export needs little memory. */
export function openIdentityUnion(store: KeyStore): IdentityUnion {
  const shared = new Map<string, Member[]>();
  const ids = new Map<string, string>();
  const twins = openTwins(store);
  const charts = chartsBy(twins);
  const add = (member: Member) => {
    if (!member.birth || !member.family) return;
    for (const key of keysOf(member)) enter(key, member, { store, shared, charts });
  };
  return {
    addDocument: (scan) => add(memberOf(scan, documents, '')),
    addRow(scan, from, key) {
      const member = memberOf(scan, from, key);
      twins.meet(member);
      add(member);
    },
    settle(make) {
      const all = [...shared.values()].filter(hasRow);
      const groups = charts.joined(all.filter(charts.areSure));
      for (const members of groups.filter(charts.areSure)) {
        const id = unitedId(members, make);
        for (const member of members) ids.set(charts.nameOf(member), id);
      }
      shared.clear();
      twins.settle(make);
      return [...all, ...groups].filter((members) => !charts.areSure(members)).map(charts.count);
    },
    idOf: (own) => ids.get(own) ?? own,
    idOfRow: ({ id, key }, from) =>
      ids.get(charts.nameOf({ id, key, from })) ?? twins.idOf({ id, key, from }),
  };
}

const memberOf = (
  { patient: id, identifiers, birth = '', family = '' }: PatientScan,
  from: number,
  key: string,
): Member => ({ id, from, key, identifiers, birth, family });

const keysOf = ({ identifiers, birth, family }: Member): string[] =>
  identifiers.map(({ system = '', value = '' }) => [system, value, birth, family].join('\u001f'));

interface Gathered {
  readonly store: KeyStore;
  readonly shared: Map<string, Member[]>;
  readonly charts: Charts;
}

function enter(key: string, member: Member, { store, shared, charts }: Gathered): void {
  const isKnown = (one: Member) => one.from === member.from && charts.nameOf(one) === charts.nameOf(member);
  const known = shared.get(key);
  if (known) {
    if (!known.some(isKnown)) known.push(member);
    return;
  }
  const first = store.get(space, key);
  if (first === undefined) {
    store.set(space, key, JSON.stringify(member));
    return;
  }
  const before = JSON.parse(first) as Member;
  if (!isKnown(before)) shared.set(key, [before, member]);
}

const hasRow = (members: readonly Member[]): boolean => members.some(({ from }) => from !== documents);

/** Who of the members is one chart already, and who may become one. */
interface Charts {
  /** The name of a member's chart: rows of one id are one, but where they are known to be of two people. */
  nameOf(member: Pick<Member, 'id' | 'from' | 'key'>): string;
  /** Whether those who share something may be one person: no export has two of them. */
  areSure(members: readonly Member[]): boolean;
  count(members: readonly Member[]): number;
  /** Joins what has a patient in common. */
  joined(shared: readonly (readonly Member[])[]): Member[][];
}

function chartsBy(twins: Twins): Charts {
  const nameOf: Charts['nameOf'] = (member) =>
    twins.has(member) ? `${member.id} ${member.from} ${member.key}` : member.id;
  const count: Charts['count'] = (members) => new Set(members.map(nameOf)).size;
  return {
    nameOf,
    count,
    areSure(members) {
      const rows = members.filter(({ from }) => from !== documents);
      const people = new Set(rows.map((one) => `${one.from} ${nameOf(one)}`));
      return new Set(rows.map(({ from }) => from)).size === people.size;
    },
    joined(shared) {
      const groupOf = new Map<string, Member[]>();
      for (const members of shared) {
        const before = new Set(members.flatMap((one) => groupOf.get(nameOf(one)) ?? []));
        const group = [...new Set([...before, ...members])];
        for (const one of group) groupOf.set(nameOf(one), group);
      }
      return [...new Set(groupOf.values())].filter((group) => count(group) > 1);
    },
  };
}

/** The id that one source with all identifiers would give: it does not depend on the order of the sources. */
function unitedId(members: readonly Member[], make: IdMaker): string {
  const { birth, family } = members[0] ?? { birth: '', family: '' };
  const identifiers = members.flatMap((member) => member.identifiers);
  return patientId(make, { identifiers: [...identifiers], birth, names: [{ family }], source: '' });
}
