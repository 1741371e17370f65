import type { Coding, When } from '../../record/index.ts';

/** What is looked for in statements, wherever it stands. */
export interface Sought {
  codings(codings: readonly Coding[]): void;
  when(when: When): void;
}

/** The names of fields that are points in time. */
const timeNames = new Set([
  ...['onset', 'abatement', 'recorded', 'asserted', 'effective', 'issued', 'occurrence', 'performed'],
  ...['authored', 'date', 'time', 'start', 'end', 'died', 'due', 'expiration'],
]);

/** Fields in which neither stands, and that much of a record is made of. */
const neither = new Set(['text', 'identifiers', 'contents', 'templates']);

/** Walks through a statement once; the loops are plain, as every value of every chart comes along here. */
export function walk(value: object, sought: Sought): void {
  if (Array.isArray(value)) {
    for (const one of value) if (typeof one === 'object') walk(one, sought);
  } else walkFields(value as Readonly<Record<string, unknown>>, sought);
}

function walkFields(value: Readonly<Record<string, unknown>>, sought: Sought): void {
  for (const key of Object.keys(value)) {
    const one = value[key];
    if (typeof one === 'object' && one !== null && !neither.has(key)) look(key, one, sought);
  }
}

function look(key: string, one: object, sought: Sought): void {
  if (key === 'codings') sought.codings(one as Coding[]);
  else if (timeNames.has(key) && !Array.isArray(one)) sought.when(one as When);
  else walk(one, sought);
}
