/** Something wrong in a mapping: where, what was found, and the valid word nearest to it. */
export interface MappingFault {
  readonly code:
    | 'yaml'
    | 'unknown-key'
    | 'unknown-word'
    | 'missing'
    | 'wrong-type'
    | 'unknown-table'
    | 'unknown-column'
    | 'unknown-lookup'
    | 'unreadable'
    | 'rule';
  /** The mapping's file, or that of a lookup or of a table's header. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What was found and what was expected, in words. */
  readonly message: string;
  /** The nearest valid word. */
  readonly nearest?: string | undefined;
}
