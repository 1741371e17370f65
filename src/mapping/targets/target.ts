import { z } from 'zod';
import type { IssueCode } from '../../issue/index.ts';
import type { Binding } from '../field-type.ts';
import { type FieldType, type ObjectType, singular } from '../field-type.ts';
import { conceptType, fieldsOf } from '../field-types.ts';
import type { TargetName } from '../record-rule.ts';

/** A record on its way: fields by their names in the record. */
export type Draft = Record<string, unknown>;

/** Words of the source that could not stand where they were to, by field; who finds a place for some takes them out. */
export type Kept = Map<string, string>;

/** Says something about the row. */
export type Say = (code: IssueCode) => void;

/** What a rule can make: which fields it may set, and what they say together. */
export interface Target {
  readonly name: TargetName;
  readonly fields: ReadonlyMap<string, FieldType>;
  /** Other words for fields: the singular of a list's, and what everybody calls it. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Fields without which the record says nothing. */
  readonly needs: readonly string[];
  /** What holds where neither the row nor the mapping says it. */
  readonly defaults: Readonly<Draft>;
  /** What several fields say together. */
  settle(draft: Draft, kept: Kept, say: Say): Draft;
}

/** What a target has that the record's schema does not tell. */
export interface TargetWords {
  readonly aliases?: Readonly<Record<string, string>>;
  readonly defaults?: Readonly<Draft>;
  readonly types?: Readonly<Record<string, FieldType>>;
  readonly without?: readonly string[];
  readonly settle?: (draft: Draft, kept: Kept, say: Say) => Draft;
}

/** A concept of which the code system is known. */
export const boundConcept = (binding: Binding): ObjectType => ({ ...conceptType, binding });

/** The target that a schema of the record is, with what the schema does not tell. */
export function targetOf(name: TargetName, schema: z.ZodObject, words: TargetWords = {}): Target {
  const { aliases = {}, defaults = {}, types = {}, without = [], settle = (draft) => draft } = words;
  const own = [...fieldsOf(schema), ...Object.entries(types)].filter(([field]) => !without.includes(field));
  const fields = new Map<string, FieldType>(own);
  const singulars = [...fields].flatMap(([field, { is }]): [string, string][] => {
    const one = is === 'list' ? singular(field) : undefined;
    return one === undefined || fields.has(one) ? [] : [[one, field]];
  });
  const needs = Object.entries(schema.shape as Record<string, z.ZodType>)
    .filter(([, one]) => !(one instanceof z.ZodOptional))
    .map(([field]) => field)
    .filter((field) => field !== 'id' && !(field in defaults));
  return {
    name,
    fields,
    aliases: new Map([...singulars, ...Object.entries(aliases)]),
    needs,
    defaults,
    settle,
  };
}
