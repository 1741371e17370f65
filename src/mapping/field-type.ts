/** What may stand at a place of a record, as far as a mapping can say it. */
export type FieldType =
  | { readonly is: Scalar }
  | { readonly is: 'word'; readonly words: readonly string[] }
  | { readonly is: 'reference'; readonly to: readonly string[] }
  | ObjectType
  | ListType;

/** `death` is a date or whether somebody died; `decimal` a number whose digits are kept. */
export type Scalar = 'text' | 'boolean' | 'integer' | 'number' | 'decimal' | 'when' | 'death';

/** A thing of several fields: a name, an address, a concept. */
export interface ObjectType {
  readonly is: 'object';
  /** What it is called: `concept`, `quantity`. */
  readonly name: string;
  readonly fields: ReadonlyMap<string, FieldType>;
  /** The field that a single value stands for. */
  readonly short?: string | undefined;
  /** Fields without which it says nothing. */
  readonly needs?: readonly string[] | undefined;
  /** The code system of this place, and the words of it that everybody knows. */
  readonly binding?: Binding | undefined;
}

export interface ListType {
  readonly is: 'list';
  readonly of: FieldType;
}

/** A code system that a place of the record has: codes stand for themselves, words for their codes. */
export interface Binding {
  readonly system: string;
  readonly codes: Readonly<Record<string, string>>;
}

const irregular: Readonly<Record<string, string>> = {
  addresses: 'address',
  classes: 'class',
  diagnoses: 'diagnosis',
};

/** The same name in the singular: a mapping may say `category` for `categories`. */
export function singular(name: string): string | undefined {
  if (Object.hasOwn(irregular, name)) return irregular[name];
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`;
  return /(?<![sui])s$/.test(name) ? name.slice(0, -1) : undefined;
}
