import type { PatientScan } from '../../readers/index.ts';
import { type IdMaker, patientId } from '../../record/index.ts';
import type { KeyStore } from './key-store.ts';

/**
 * Patients whom several sources know: documents and exports that share an identifier, the birth date and the family
 * name. Two rows of one export stay two, as its own keys tell them apart (twins share a birth date, a family name and
 * often a policy number); an identifier that both bear unites nobody.
 */
export interface IdentityUnion {
  addDocument(scan: PatientScan): void;
  /** A patient of an export, by the export's number in the run. */
  addRow(scan: PatientScan, from: number): void;
  /** Ends the gathering; tells of each set of charts that share an identifier and were not joined how many they are. */
  settle(make: IdMaker): number[];
  /** The id under which a patient is written. */
  idOf(own: string): string;
}

/** One source's patient, as far as the union needs it. */
interface Member {
  readonly id: string;
  /** The number of the export; -1 for documents. */
  readonly from: number;
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
  const add = (scan: PatientScan, from: number) => {
    const { birth, family, identifiers, patient: id } = scan;
    if (!birth || !family) return;
    const member: Member = { id, from, identifiers, birth, family };
    for (const key of keysOf(member)) enter(key, member, { store, shared });
  };
  return {
    addDocument: (scan) => add(scan, documents),
    addRow: add,
    settle(make) {
      const all = [...shared.values()].filter(hasRow);
      const groups = groupsOf(all.filter(isSure));
      for (const members of groups.filter(isSure)) {
        const id = unitedId(members, make);
        for (const member of members) ids.set(member.id, id);
      }
      shared.clear();
      return [...all, ...groups].filter((members) => !isSure(members)).map(chartsIn);
    },
    idOf: (own) => ids.get(own) ?? own,
  };
}

const keysOf = ({ identifiers, birth, family }: Member): string[] =>
  identifiers.map(({ system = '', value = '' }) => [system, value, birth, family].join('\u001f'));

interface Gathered {
  readonly store: KeyStore;
  readonly shared: Map<string, Member[]>;
}

function enter(key: string, member: Member, { store, shared }: Gathered): void {
  const known = shared.get(key);
  if (known) {
    if (!known.some(({ id, from }) => id === member.id && from === member.from)) known.push(member);
    return;
  }
  const first = store.get(space, key);
  if (first === undefined) {
    store.set(space, key, JSON.stringify(member));
    return;
  }
  const before = JSON.parse(first) as Member;
  if (before.id !== member.id || before.from !== member.from) shared.set(key, [before, member]);
}

const hasRow = (members: readonly Member[]): boolean => members.some(({ from }) => from !== documents);

/** Whether those who share something may be one person: no export has two of them. */
function isSure(members: readonly Member[]): boolean {
  const rows = members.filter(({ from }) => from !== documents);
  return (
    new Set(rows.map(({ from }) => from)).size === new Set(rows.map(({ id, from }) => `${from} ${id}`)).size
  );
}

const chartsIn = (members: readonly Member[]): number => new Set(members.map(({ id }) => id)).size;

/** Joins what has a patient in common. */
function groupsOf(shared: readonly (readonly Member[])[]): Member[][] {
  const groupOf = new Map<string, Member[]>();
  for (const members of shared) {
    const joined = new Set(members.flatMap(({ id }) => groupOf.get(id) ?? []));
    const group = [...new Set([...joined, ...members])];
    for (const { id } of group) groupOf.set(id, group);
  }
  return [...new Set(groupOf.values())].filter((group) => chartsIn(group) > 1);
}

/** The id that one source with all identifiers would give: it does not depend on the order of the sources. */
function unitedId(members: readonly Member[], make: IdMaker): string {
  const { birth, family } = members[0] ?? { birth: '', family: '' };
  const identifiers = members.flatMap((member) => member.identifiers);
  return patientId(make, { identifiers: [...identifiers], birth, names: [{ family }], source: '' });
}
