import { type ConvertedRows, convertPatient, type PatientRows, type Row } from '../../readers/csv/index.ts';
import type { IdMaker } from '../../record/index.ts';
import { type OpenExport, optionsFor } from './open-export.ts';
import type { PlacedRow } from './partitions.ts';

/** The rows of one patient in one export, to be converted with the patient's documents. */
export interface GroupRows {
  readonly open: OpenExport;
  readonly rows: readonly Row[];
  convert(patient: { readonly id: string; readonly make: IdMaker }): ConvertedRows;
}

/** Parts a patient's rows by export and key: each is a source of its own. */
export function groupRows(placed: readonly PlacedRow[], exports: readonly OpenExport[]): GroupRows[] {
  const groups = Map.groupBy(placed, ({ from, key }) => JSON.stringify([from, key]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const open = exports.find(({ number }) => number === first?.from);
    return first && open
      ? [
          rowsOf(
            open,
            first.key,
            group.map(({ row }) => row),
          ),
        ]
      : [];
  });
}

function rowsOf(open: OpenExport, key: string, rows: readonly Row[]): GroupRows {
  return {
    open,
    rows,
    convert({ id, make }) {
      const { mapping } = open.of;
      const options = { ...optionsFor(open, key), make, patient: { id } };
      return convertPatient(mapping, { key, rows: byTable(open, rows) }, open.shared, options);
    },
  };
}

/** The rows by table, the tables in the order of the mapping. */
function byTable({ of }: OpenExport, rows: readonly Row[]): PatientRows['rows'] {
  const found = Map.groupBy(rows, ({ layout }) => layout.table);
  const names = [...of.mapping.tables.keys()].filter((name) => found.has(name));
  return new Map(names.map((name) => [name, found.get(name) ?? []]));
}
