import type { TableRule } from '../../mapping/index.ts';
import type { Layout, Row } from '../../readers/csv/index.ts';
import type { Accounts } from './accounts.ts';
import type { IdentityUnion } from './identity-union.ts';
import type { KnownPatients } from './known-patients.ts';
import type { OpenExport } from './open-export.ts';
import type { Partitions } from './partitions.ts';
import type { Owner, PatientKeys } from './patient-keys.ts';
import { routeReasons } from './reasons.ts';
import type { Route } from './routes.ts';
import { ownerOfPatientRow, scanRow } from './scan-patients.ts';
import { readRows } from './table-reader.ts';

/** Where the rows of an export go. */
export interface Routing {
  readonly accounts: Accounts;
  readonly keys: PatientKeys;
  readonly union: IdentityUnion;
  readonly known: KnownPatients;
  readonly partitions: Pick<Partitions, 'add'>;
  /** Called for each file that was read. */
  done(table: TableRule, layout: Layout | undefined): void;
}

/** Reads the shared tables of an export. */
export async function readShared(
  open: OpenExport,
  { accounts, done }: Pick<Routing, 'accounts' | 'done'>,
): Promise<void> {
  const { of, shared } = open;
  for (const table of of.routes.shared) {
    const keyOf = open.keysOf(table);
    for (const file of open.filesOf(table)) {
      const take = (row: Row) => {
        open.expectations.see(row);
        shared.add(row, keyOf(row, table.key));
      };
      done(table, await readRows(file, accounts, take));
    }
  }
}

/** Reads the tables of patients, each row once, and gives it to its patient; a row without one is set aside. */
export async function routeRows(open: OpenExport, routing: Routing): Promise<void> {
  const { of } = open;
  for (const route of of.routes.routed) {
    const { table } = route;
    for (const file of open.filesOf(table)) {
      const work = { ...routing, open };
      const take = (row: Row) => {
        open.expectations.see(row);
        if (isOfKnown(route, open)) routeKnown(row, work);
        else routeRow(row, route, work);
      };
      routing.done(table, await readRows(file, routing.accounts, take));
    }
  }
}

/** Whose a row is: by its links, else the only patient's where the export is of one. */
function ownerOf(row: Row, route: Route, { open, keys }: Work): Owner {
  const owner = keys.ownerOf(route, row, open.keysOf(route.table));
  const only = open.of.routes.isOfOne && leadsNowhere(owner) ? keys.only() : undefined;
  return only ?? owner;
}

const leadsNowhere = (owner: Owner): boolean =>
  'rule' in owner && (owner.rule === 'no-patient' || owner.rule === 'orphan');

interface Work extends Routing {
  readonly open: OpenExport;
}

function routeRow(row: Row, route: Route, work: Work): void {
  const { open, accounts, keys, union, partitions } = work;
  if (route.table === open.of.routes.patients) {
    const owner = ownerOfPatientRow(row, open, keys);
    if ('id' in owner)
      partitions.add(union.idOfRow(owner, open.number), { from: open.number, key: owner.key, row });
    else accounts.setAside({ ...row, rule: owner.unusable, reason: 'the row identifies nobody' });
    return;
  }
  const keyOf = open.keysOf(route.table);
  const owner = ownerOf(row, route, work);
  for (const columns of route.named) {
    const key = keyOf(row, columns);
    if (key !== undefined) keys.note(route.table.name, columns, key, owner);
  }
  if ('id' in owner)
    partitions.add(union.idOfRow(owner, open.number), { from: open.number, key: owner.key, row });
  else accounts.setAside({ ...row, rule: owner.rule, reason: routeReasons[owner.rule] });
}

/** Whether a row names a patient of whom other sources say who that is. */
const isOfKnown = ({ table }: Route, { of }: OpenExport): boolean =>
  of.mapping.source.patients === 'known' && table === of.routes.patients;

/** Gives a row to a patient of another source, by the identifiers that it names. */
function routeKnown(row: Row, { open, accounts, known, union, partitions }: Work): void {
  const scan = scanRow(row, open);
  const owner =
    'unusable' in scan ? ({ rule: 'no-patient' } as const) : known.find(scan.identifiers, union.idOf);
  if ('id' in owner) partitions.add(owner.id, { from: open.number, key: owner.id, row });
  else accounts.setAside({ ...row, rule: owner.rule, reason: routeReasons[owner.rule] });
}
