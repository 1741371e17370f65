import type { Mapping, TableRule } from '../../mapping/index.ts';
import type { Examined } from '../examine.ts';
import type { Routes } from './routes.ts';

/** The tables of one folder under one mapping. */
export interface TableExport {
  /** The folder's name inside the input. */
  readonly name: string;
  readonly mapping: Mapping;
  /** The hash of the mapping's texts. */
  readonly mappingSha256: string;
  /** How well the fingerprint of the preset fits, where nobody named a mapping. */
  readonly score?: number;
  readonly routes: Routes;
  /** The files of each table, by name. */
  readonly tables: ReadonlyMap<string, readonly Examined[]>;
  /** Tables that the mapping does not name. */
  readonly others: readonly Examined[];
  /** The hash of all tables that the mapping names. */
  readonly sha256: string;
  readonly size: number;
}

/** The files of a table. */
export const filesOf = ({ tables }: TableExport, { name }: Pick<TableRule, 'name'>): readonly Examined[] =>
  tables.get(name) ?? [];
