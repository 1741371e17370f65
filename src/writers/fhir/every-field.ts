import type { StatementField } from '../../record/index.ts';

/**
 * Takes what is left when all fields of a part of the record were taken out of it: nothing. A field that is added to
 * the record and not written is an error of the compiler here.
 */
export function everyField(_rest: Record<PropertyKey, never>): void {}

/**
 * The same for a statement, of which `headOf`, the notes and Provenance write what every statement holds: nothing else
 * may be left.
 */
export function everyOwnField<T extends object>(
  _rest: T & Readonly<Record<Exclude<keyof T, StatementField>, never>>,
): void {}
