import type { MappingFault } from '../fault.ts';
import type { FieldType } from '../field-type.ts';
import type { Lookup } from '../lookup.ts';
import { nearestWord } from '../nearest-word.ts';
import type { Expression, RecordRule } from '../record-rule.ts';
import type { Spots } from '../tree.ts';

/** A table as far as it is known while rules are read. */
export interface TableDraft {
  readonly name: string;
  readonly key: readonly string[];
  /** The tables that single columns are links to. */
  readonly links: ReadonlyMap<string, string>;
  /** Columns that something names. */
  readonly mapped: Set<string>;
}

/** A value in a mapping, and where it stands. */
export interface At {
  readonly value: unknown;
  readonly holder: unknown;
  readonly key: string | number;
}

/** What reading a mapping needs at every depth. */
export interface Scope {
  readonly spots: Pick<Spots, 'of' | 'copy'>;
  readonly faults: MappingFault[];
  readonly tables: ReadonlyMap<string, TableDraft>;
  readonly lookups: ReadonlyMap<string, Lookup>;
}

/** Where an expression is read: the table whose row it is made of, and how what stands in it is read. */
export interface Around extends Scope {
  readonly table: TableDraft;
  /** How the value of a field is made. */
  expression(at: At, type: FieldType, around: Around): Expression | undefined;
  /** A rule inside another. */
  rule(at: At, table: TableDraft, scope: Scope & { name: string }): RecordRule;
}

/** A part of a value. */
export const part = (at: At, key: string | number): At => ({
  value: (at.value as Record<string | number, unknown>)[key],
  holder: at.value,
  key,
});

/** Says what is wrong at a place. */
export function fault(
  scope: Scope,
  { holder, key }: Pick<At, 'holder' | 'key'>,
  code: MappingFault['code'],
  message: string,
): void {
  scope.faults.push({ code, ...scope.spots.of(holder, key), message });
}

/** Says that a word is not known, and which one is near. */
export function unknownWord(
  scope: Scope,
  at: At,
  code: MappingFault['code'],
  { what, word, known }: { what: string; word: string; known: Iterable<string> },
): void {
  const words = [...known];
  const nearest = nearestWord(word, words);
  const said =
    words.length === 0 ? '' : `; there are ${words.slice(0, 12).join(', ')}${words.length > 12 ? ' …' : ''}`;
  scope.faults.push({
    code,
    ...scope.spots.of(at.holder, at.key),
    message: `"${word}" is no ${what}${said}`,
    ...(nearest !== undefined && { nearest }),
  });
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const asList = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
