/** What may stand at a place of a record, as far as a mapping can say it. */
export type FieldType =
  | { readonly is: 'text' | 'boolean' | 'integer' | 'number' | 'decimal' | 'when' | 'death' }
  | { readonly is: 'word'; readonly words: readonly string[] }
  | { readonly is: 'reference'; readonly to: readonly string[] }
  | ObjectType
  | { readonly is: 'list'; readonly of: FieldType };

/** A thing of several fields: a name, an address, a concept. */
export interface ObjectType {
  readonly is: 'object';
  /** What it is called: `concept`, `quantity`. */
  readonly name: string;
  readonly fields: ReadonlyMap<string, FieldType>;
  /** The field that a single value stands for. */
  readonly short?: string | undefined;
}
