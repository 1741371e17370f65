import type { Concept, When } from './datatypes.ts';
import type { StatementField } from './statement.ts';

/** One kind: how it is checked, what makes two statements of it the same, and where it depends on itself. */
export interface KindRules<T> {
  readonly schema: { parse(value: unknown): T };
  /** Content that tells one statement from another: code, negation, mood, start; never a display, a status, a text. */
  identity(item: T): unknown[];
  /**
   * Fields that say one thing together: a later document gives all of them or none, and two statements of one
   * document that differ in one of them are two.
   */
  readonly coupled: readonly (keyof T)[];
  /** Fields that the place of the statement gives; they are united when one statement stands in two places. */
  readonly united: readonly (keyof T)[];
  /** What of a coupled field counts when two statements are compared, where that is less than all of it. */
  readonly essence?: (field: string, value: unknown) => unknown;
}

/** What is united of every clinical statement. */
const always = ['identifiers', 'notes', 'authors', 'informants', 'labels', 'text'] as const;

/** The rules of a clinical statement, which unites what each of them holds and what is named. */
export function rulesOf<T extends Partial<Record<StatementField, unknown>>>({
  coupled = [],
  united = [],
  ...rules
}: Pick<KindRules<T>, 'schema' | 'identity' | 'essence'> &
  Partial<Pick<KindRules<T>, 'coupled' | 'united'>>): KindRules<T> {
  return { ...rules, coupled, united: [...always, ...united] };
}

/** A substance as identity: its codes, its words where it has none. */
export const substanceIdentity = ({ codings, text }: Concept): unknown[] => [
  codings.map(({ system, code }) => [system, code]),
  codings.length === 0 ? text : undefined,
];

/** A time as identity: as the source wrote it. */
export const timeIdentity = (time: When | undefined): string | undefined => time?.literal ?? time?.value;
