import { type Row, scanPatient } from '../../readers/csv/index.ts';
import type { PatientScan } from '../../readers/index.ts';
import type { IdentityUnion } from './identity-union.ts';
import type { KnownPatients } from './known-patients.ts';
import type { OpenExport } from './open-export.ts';
import type { Owner, PatientKeys } from './patient-keys.ts';
import type { Route } from './routes.ts';
import { eachRow } from './table-reader.ts';

/** What scanning the patients of an export gives to. */
interface Scanning {
  readonly keys: PatientKeys;
  readonly union: IdentityUnion;
  readonly known: KnownPatients;
}

/** Reads the patients' table a first time: who they are, and by which keys others link to them. */
export async function scanPatients(open: OpenExport, scanning: Scanning): Promise<void> {
  // Who its patients are is said elsewhere.
  if (open.of.mapping.source.patients === 'known') return;
  const [route] = open.of.routes.routed;
  for (const file of route ? open.filesOf(route.table) : []) {
    await eachRow(file, (row) => {
      if (route) noteRow(row, route, { open, ...scanning });
    });
  }
}

function noteRow(
  row: Row,
  route: Route,
  { open, keys, union, known }: Scanning & { open: OpenExport },
): void {
  const { table } = route;
  const keyOf = open.keysOf(table);
  const scan = scanRow(row, open);
  const owner = ownerBy(scan, keyOf(row, table.key));
  if ('patient' in scan) {
    union.addRow(scan, open.number, keyOf(row, table.key) ?? '');
    known.add(scan);
  }
  if ('id' in owner) keys.meet(owner);
  for (const columns of nameColumns(route)) {
    const named = keyOf(row, columns);
    if (named !== undefined) keys.note(table.name, columns, named, owner);
  }
}

type Scan = PatientScan | { readonly unusable: string };

/** Who a row of the patients' table is about. */
export function scanRow(row: Row, { of, shared, options }: OpenExport): Scan {
  try {
    return scanPatient(of.mapping, row, shared, options);
  } catch {
    // Its conversion fails alike, and tells of it.
    return { unusable: 'row-unreadable' };
  }
}

const ownerBy = (scan: Scan, key = ''): Owner =>
  'patient' in scan ? { id: scan.patient, key } : { rule: 'held-with-patient' };

/** The columns by which a patient's row is found: its key, and those that others name it by. */
const nameColumns = ({ table, named }: Route): (readonly string[])[] => {
  const others = named.filter((columns) => columns.join() !== table.key.join());
  return table.key.length > 0 ? [table.key, ...others] : others;
};

/** Whose a row of the patients' table is, and why nobody's. */
export function ownerOfPatientRow(row: Row, open: OpenExport, keys: PatientKeys): PatientRowOwner {
  const { patients } = open.of.routes;
  const key = open.keysOf(patients)(row, patients.key);
  const scan = scanRow(row, open);
  if ('unusable' in scan) return scan;
  if (key === undefined) return { id: scan.patient, key: '' };
  const owner = keys.find(patients.name, patients.key, key);
  return 'id' in owner ? owner : { unusable: 'patient-key-repeated' };
}

type PatientRowOwner = Extract<Owner, { id: string }> | { readonly unusable: string };
