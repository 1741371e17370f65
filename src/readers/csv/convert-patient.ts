import type { Mapping } from '../../mapping/index.ts';
import { type Contribution, legalFamily, usableIdentifiers } from '../../record/index.ts';
import type { PatientScan } from '../reader.ts';
import { pointsOf } from './convert/account.ts';
import { hereAt, makesPeople } from './convert/draft.ts';
import { Unusable } from './convert/here.ts';
import { latestTime } from './convert/latest-time.ts';
import { Maker } from './convert/maker.ts';
import { idOf, makePatient } from './convert/patient.ts';
import type { Task } from './convert/plan.ts';
import { withoutRefs } from './convert/prune.ts';
import { fill } from './convert/template.ts';
import type {
  ConvertedRows,
  ConvertedShared,
  ExportOptions,
  PatientRows,
  SharedRows,
} from './patient-rows.ts';
import type { Row } from './table/row.ts';

/** Turns the rows of one patient into what they add to the patient's record. */
export function convertPatient(
  mapping: Mapping,
  { key, rows }: PatientRows,
  shared: SharedRows,
  options: ExportOptions,
): ConvertedRows {
  const maker = new Maker(mapping, rows, { shared, options });
  const patient = makePatient(maker, key);
  for (const task of maker.tasks) {
    if (task.rule.to === 'patient') continue;
    if (isOfAnother(task, key, maker)) continue;
    if (makesPeople(task.rule)) maker.refOf(task);
    else maker.state(task);
  }
  const { account, issues, unmapped, directory } = maker;
  const shelves = account.statements as Contribution['statements'];
  const statements = maker.hasUnmade ? withoutRefs(shelves, account.trace) : shelves;
  const ledger = account.ledger(rows, { mapping, leftOut: maker.leftOut, lookedUp: maker.index.lookedUp });
  return {
    contribution: {
      source: options.source,
      precedence: { ...options.precedence, time: latestTime(statements) },
      patient,
      statements,
      people: directory.register.people(),
      ledger,
      units: { row: ledger.length },
      trace: account.trace,
      keys: maker.keys,
      embedded: [...maker.embedded.values()],
      places: () => placesOf(directory.places, account.rows),
      issues,
    },
    unmapped,
    quarantined: account.quarantined,
    used: maker.cells.used(),
  };
}

type Places = ReturnType<NonNullable<Contribution['places']>>;

function placesOf(people: Places, rows: ReadonlyMap<string, readonly Row[]>): Places {
  const places = new Map(people);
  for (const [ref, own] of rows) places.set(ref, pointsOf(own));
  return places;
}

/** A row that says it is of another patient than the one that it was routed to is nobody's. */
function isOfAnother({ rule, rows }: Task, key: string, maker: Maker): boolean {
  if (!rule.patient) return false;
  const here = hereAt(rows, maker);
  const said = fill(rule.patient, here)?.text;
  if (said === undefined || said === key) return false;
  maker.hasUnmade = true;
  maker.account.quarantine(
    rows,
    new Unusable('other-patient', 'it names another patient than its links lead to'),
  );
  return true;
}

/** What identifies the patient of a row of the patient table, or why it identifies nobody. */
export function scanPatient(
  mapping: Mapping,
  row: Row,
  shared: SharedRows,
  options: ExportOptions,
): PatientScan | { readonly unusable: string } {
  const maker = new Maker(mapping, new Map([[row.layout.table, [row]]]), { shared, options });
  const task = maker.tasks.find(({ rule }) => rule.to === 'patient');
  const made = task && maker.attempt(task);
  if (!made) return { unusable: maker.account.quarantined[0]?.rule ?? 'no-rule' };
  const identifiers = usableIdentifiers(made.fields['identifiers'] as never);
  const patient = made.fields as Parameters<typeof idOf>[0];
  const table = mapping.tables.get(row.layout.table);
  const key = table?.key.map((column) => maker.cells.read(row, column) ?? '').join('\u001f') ?? '';
  return {
    patient: idOf(patient, key, options),
    identifiers,
    birth: patient.birth?.value?.slice(0, 10),
    family: legalFamily(patient.names ?? []),
  };
}

/** Turns rows of tables that belong to no patient into people and organisations. */
export function convertShared(
  mapping: Mapping,
  rows: ReadonlyMap<string, readonly Row[]>,
  shared: SharedRows,
  options: ExportOptions,
): ConvertedShared {
  const maker = new Maker(mapping, rows, { shared, options });
  for (const task of maker.tasks) if (makesPeople(task.rule)) maker.refOf(task);
  const { account, issues, unmapped, directory } = maker;
  const ledger = account.ledger(rows, { mapping, leftOut: maker.leftOut, lookedUp: maker.index.lookedUp });
  return {
    contribution: { people: directory.register.people(), ledger, issues, places: () => directory.places },
    unmapped,
    quarantined: account.quarantined,
    used: maker.cells.used(),
  };
}
