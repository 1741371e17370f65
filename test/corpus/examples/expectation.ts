import type { Conversion, Json } from '../../conversion.ts';

/** What a path must lead to: a value, a pattern, all of several, or nothing at all. */
export type Fact = string | number | boolean | RegExp | typeof absent | readonly (string | number | RegExp)[];

/** Paths into a resource, with what is to be found there. */
export type Facts = Readonly<Record<string, Fact>>;

/** Says why a conversion is not as it must be; nothing when it is. */
export interface Expectation {
  /** How many facts it holds. */
  readonly size: number;
  failure(conversion: Conversion): string | undefined;
}

/** A path that must lead to nothing. */
export const absent = Symbol('absent');

/**
 * There is a resource of that type of which all facts are true.
 *
 * A path goes through lists and references (`recorder.practitioner.name`). Where it leads to a CodeableConcept one of its
 * codes or its text counts, at an Identifier its value, at a Quantity its value and unit ("5 mg"), at a HumanName what is
 * read aloud, at an Annotation its text.
 */
export const is = (type: string, facts: Facts): Expectation => ({
  size: Object.keys(facts).length,
  failure(conversion) {
    const missing = conversion.of(type).map((resource) => missingFacts(resource, facts, conversion));
    if (missing.some((paths) => paths.length === 0)) return undefined;
    const [nearest] = missing.toSorted((a, b) => a.length - b.length);
    return nearest ? `${type}: ${nearest.join('; ')}` : `no ${type}`;
  },
});

/** There is no resource of that type of which all facts are true. */
export const none = (type: string, facts: Facts = {}): Expectation => ({
  size: 1,
  failure: (conversion) =>
    conversion.of(type).some((resource) => missingFacts(resource, facts, conversion).length === 0)
      ? `there is a ${type} that must not be`
      : undefined,
});

/** There are so many resources of that type. */
export const count = (type: string, number: number): Expectation => ({
  size: 1,
  failure: (conversion) =>
    conversion.of(type).length === number
      ? undefined
      : `${conversion.of(type).length} of ${type} instead of ${number}`,
});

/** An issue of that code is raised. */
export const issue = (code: string): Expectation => ({
  size: 1,
  failure: ({ codes }) => (codes.includes(code) ? undefined : `no issue ${code}`),
});

/** The account has a line of that unit in that state. */
export const account = (unit: string, state: string): Expectation => ({
  size: 1,
  failure: ({ ledger }) =>
    ledger.some((line) => line.unit === unit && line.state === state) ? undefined : `no ${unit} ${state}`,
});

const missingFacts = (resource: Json, facts: Facts, conversion: Conversion): string[] =>
  Object.entries(facts).flatMap(([path, fact]) => {
    const found = valuesAt(resource, path.split('.'), conversion);
    return isTrue(found, fact) ? [] : [`${path} is ${JSON.stringify(found)?.slice(0, 200)}`];
  });

function isTrue(found: readonly Json[], fact: Fact): boolean {
  if (fact === absent) return found.length === 0;
  const wanted = Array.isArray(fact) ? fact : [fact];
  return wanted.every((one) => found.some((value) => forms(value).some((form) => agrees(form, one))));
}

const agrees = (form: string, wanted: string | number | boolean | RegExp): boolean =>
  wanted instanceof RegExp ? wanted.test(form) : form === String(wanted);

/** All that a path leads to, through lists and references. */
function valuesAt(from: Json, [step, ...rest]: readonly string[], conversion: Conversion): Json[] {
  if (from === undefined || from === null) return [];
  if (Array.isArray(from)) return from.flatMap((one) => valuesAt(one, [step ?? '', ...rest], conversion));
  if (!step) return [from];
  const at = step in from || !from.reference ? from : resolved(from.reference, conversion);
  const next = at?.[step];
  if (next === undefined) return [];
  return rest.length > 0 ? valuesAt(next, rest, conversion) : [next].flat();
}

const resolved = (reference: string, { resources }: Conversion): Json =>
  resources.find(({ resourceType, id }) => `${resourceType}/${id}` === reference);

/** What a value may be called by. */
function forms(value: Json): string[] {
  if (typeof value !== 'object') return [String(value)];
  const { coding = [], text, code, value: number, unit, reference, valueString } = value;
  const all = [
    ...coding.flatMap((one: Json) => [one.code, one.display]),
    text,
    code,
    number,
    unit && `${number} ${unit}`,
    nameOf(value),
    reference,
    valueString,
  ];
  return all.filter((form) => form !== undefined && form !== '').map(String);
}

const nameOf = ({ prefix = [], given = [], family, suffix = [] }: Json): string =>
  [...prefix, ...given, family, ...suffix].filter(Boolean).join(' ');
