import type { SourcePoint } from '../../../record/index.ts';
import type { Row } from '../table/row.ts';

/** A cell, or a row where no column is named. */
export class CellPoint implements SourcePoint {
  readonly row: Row;
  readonly column: string;

  constructor(row: Row, column = '') {
    this.row = row;
    this.column = column;
  }

  get file(): string {
    return this.row.layout.file;
  }

  get line(): number {
    return this.row.line;
  }

  get attributes(): Readonly<Record<string, string>> {
    const { layout, cells } = this.row;
    const value = cells[layout.index.get(this.column) ?? -1]?.trim();
    return value ? { value } : {};
  }

  path(): string {
    return this.column;
  }
}
