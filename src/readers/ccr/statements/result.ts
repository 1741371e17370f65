import type {
  Concept,
  Observation,
  ObservationValue,
  Reference,
  ReferenceRange,
} from '../../../record/index.ts';
import {
  generalVitalSignOf,
  isZeroVitalSign,
  pressurePairs,
  resultCategoryOf,
  vitalSignUnits,
} from '../../../terminology/index.ts';
import { decimalOf } from '../../decimal-of.ts';
import type { XmlElement } from '../../xml/element.ts';
import { commonFields, conceptAt, timeOf } from '../common.ts';
import { readConcept, readQuantity, textOf, unitOf, wordOf } from '../datatypes.ts';
import { report, type Scope } from '../scope.ts';
import { type Draft, type Found, given, read } from '../shelf.ts';

type Status = Observation['status'] & NonNullable<unknown>;
const statuses: readonly (readonly [RegExp, Status])[] = [
  [/prelim|partial/, 'preliminary'],
  [/correct/, 'corrected'],
  [/amend/, 'amended'],
  [/cancel/, 'cancelled'],
  [/final|complet|verified/, 'final'],
  [/pending|in process|order/, 'registered'],
];

const statusOf = (element: XmlElement): Found<Status> => {
  const status = element.first('Status');
  return read(status, statuses.find(([words]) => words.test(wordOf(status)))?.[1]) ?? given('unknown');
};

/** Result of the section of results → a report of its tests. */
export function readResult(element: XmlElement, scope: Scope): Reference | undefined {
  const tests = element.elements('Test').flatMap((test) => readTest(test, scope) ?? []);
  const code =
    conceptAt(element, 'Description', scope) ?? conceptAt(element.first('Test'), 'Description', scope);
  if (tests.length === 0 || !code) return tests[0];
  const own = element.first('Status') ? statusOf(element) : allFinal(element);
  const category = categoryOf(element, scope);
  return scope.shelf.add('report', element, {
    ...commonFields(element, scope),
    status: own,
    code,
    effective: effectiveOf(element, scope) ?? given({ absent: 'unknown' as const }),
    categories: category && given([reportCategory(category)]),
    results: { value: tests, nodes: element.elements('Test') },
  });
}

/** A report without a status has that of its tests, where they agree on being final. */
const allFinal = (element: XmlElement): Found<'final' | 'unknown'> =>
  given(element.elements('Test').every((test) => statusOf(test).value === 'final') ? 'final' : 'unknown');

const reportCategory = (category: string): Concept => ({
  codings: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/v2-0074',
      code: category === 'imaging' ? 'RAD' : 'LAB',
    },
  ],
});

function categoryOf(result: XmlElement, scope: Scope): 'laboratory' | 'imaging' | undefined {
  const codes = [result, ...result.elements('Test')].flatMap(
    (one) => readConcept(one.first('Description'), scope)?.codings ?? [],
  );
  const coded = codes.map(({ code = '', display }) => resultCategoryOf(code, display)).find(Boolean);
  if (coded === 'laboratory' || coded === 'imaging') return coded;
  const type = wordOf(result.first('Type'));
  if (/imaging|radiolog|x ray|ultrasound|\b(ct|mri)\b/.test(type)) return 'imaging';
  return /chemistry|hematology|microbiology|serology|urinalysis|\blab/.test(type) ? 'laboratory' : undefined;
}

const effectiveOf = (element: XmlElement, scope: Scope) =>
  timeOf(element, scope, /collection|assessment|result|start/);

function readTest(
  test: XmlElement,
  scope: Scope,
  more: Partial<Draft<'observation'>> = {},
): Reference | undefined {
  const result = test.parent ?? test;
  const code = conceptAt(test, 'Description', scope) ?? conceptAt(result, 'Description', scope);
  const value = resultOf(test, scope);
  if (!code) return undefined;
  const category = categoryOf(result, scope);
  return scope.shelf.add('observation', test, {
    ...commonFields(test, scope),
    authors: commonFields(test, scope).authors ?? commonFields(result, scope).authors,
    status: statusOf(test),
    categories: category && given([category]),
    code,
    effective: effectiveOf(test, scope) ?? effectiveOf(result, scope),
    value,
    interpretations: flagsOf(test, scope),
    method: conceptAt(test, 'Method', scope),
    referenceRanges: rangesOf(test),
    ...more,
  });
}

/** A number with its unit, a code, or words. */
function resultOf(test: XmlElement, scope: Scope): Found<ObservationValue> | undefined {
  const result = test.first('TestResult');
  if (!result) return undefined;
  const quantity = readQuantity(result);
  if (quantity) return { value: { quantity }, nodes: [result] };
  const words = textOf(result, 'Value');
  const concept = readConcept(result.first('Description'), scope);
  if (words === undefined && concept && concept.codings.length > 0)
    return { value: { concept }, nodes: [result] };
  const unit = textOf(result.first('Units'), 'Unit');
  const text = [words && unit ? `${words} ${unit}` : words, concept?.text].filter(Boolean).join('; ');
  return text === '' ? undefined : { value: { string: text }, nodes: [result] };
}

function flagsOf(test: XmlElement, scope: Scope): Found<Concept[]> | undefined {
  const nodes = test.elements('Flag');
  const value = nodes.flatMap((node) => readConcept(node, scope) ?? []);
  return value.length > 0 ? { value, nodes } : undefined;
}

/** What is normal: "3.5 - 5.3" and "< 200" as numbers, anything else in its words. */
function rangesOf(test: XmlElement): Found<ReferenceRange[]> | undefined {
  const nodes = test.elements('NormalResult');
  const value = nodes.flatMap((one) => one.elements('Normal')).flatMap((one) => rangeOf(one) ?? []);
  return value.length > 0 ? { value, nodes } : undefined;
}

function rangeOf(normal: XmlElement): ReferenceRange | undefined {
  const words = textOf(normal, 'Value') ?? textOf(normal.first('Description'), 'Text');
  if (words === undefined) return undefined;
  const unit = unitOf(textOf(normal.first('Units'), 'Unit'));
  const [, from, to] = /^(\d+(?:\.\d+)?)\s*(?:-|–|to)\s*(\d+(?:\.\d+)?)$/.exec(words) ?? [];
  const [low, high] = [decimalOf(from ?? ''), decimalOf(to ?? '')];
  if (low === undefined || high === undefined) return { text: unit.unit ? `${words} ${unit.unit}` : words };
  return { low: { value: low, ...unit }, high: { value: high, ...unit }, text: words };
}

/** Result of the section of vital signs → each of its tests; two pressures of one result are one. */
export function readVitalSigns(element: XmlElement, scope: Scope): Reference[] {
  const tests = element.elements('Test');
  const pair = pressuresOf(tests, scope);
  const single = tests.filter((test) => !pair?.tests.includes(test));
  const refs = single.flatMap((test) => readTest(test, scope, vitalFields(test, scope)) ?? []);
  return pair ? [...refs, readPressure(element, pair, scope)] : refs;
}

const vital = { categories: given(['vital-signs']) };

/** FHIR fixes the units of vital signs: a value in another stands as given in a component of the same code. */
function vitalFields(test: XmlElement, scope: Scope): Partial<Draft<'observation'>> {
  reportZero(test, scope);
  const code = conceptAt(test, 'Description', scope) ?? conceptAt(test.parent, 'Description', scope);
  const value = resultOf(test, scope);
  const effective = effectiveOf(test, scope) ?? (test.parent && effectiveOf(test.parent, scope));
  const time = { effective: effective ?? given({ absent: 'unknown' as const }) };
  if (!code) return { ...vital, ...time };
  const general = code.value.codings.flatMap((one) => generalVitalSignOf(one.code ?? '') ?? []);
  const codings = [...code.value.codings, ...general.map((one) => ({ system: loinc, ...one }))];
  const coded = { ...vital, ...time, code: { ...code, value: { ...code.value, codings } } };
  const units = codings.map((one) => vitalSignUnits(one.code ?? '')).find(Boolean);
  if (!value || !units || units.includes(value.value.quantity?.code ?? '')) return coded;
  report(scope, 'vital-sign-unit', test);
  return {
    ...coded,
    value: undefined,
    components: { value: [{ code: coded.code.value, value: value.value }], nodes: value.nodes },
  };
}

function reportZero(test: XmlElement, scope: Scope): void {
  const code = conceptAt(test, 'Description', scope) ?? conceptAt(test.parent, 'Description', scope);
  const codes = code?.value.codings.map((one) => one.code) ?? [];
  const value = resultOf(test, scope)?.value.quantity?.value;
  if (isZeroVitalSign(codes, value)) report(scope, 'vital-sign-zero', test);
}

const loinc = 'http://loinc.org';

interface Pressures {
  readonly panel: { readonly code: string; readonly display: string };
  readonly tests: readonly XmlElement[];
}

function pressuresOf(tests: readonly XmlElement[], scope: Scope): Pressures | undefined {
  const testOf = (code: string) => {
    const found = tests.filter((test) =>
      readConcept(test.first('Description'), scope)?.codings.some(
        (one) => one.system === loinc && one.code === code,
      ),
    );
    const [only] = found;
    const quantity = only && readQuantity(only.first('TestResult'));
    return found.length === 1 && quantity?.code === 'mm[Hg]' ? only : undefined;
  };
  for (const { panel, systolic, diastolic } of pressurePairs) {
    const [upper, lower] = [testOf(systolic.code), testOf(diastolic.code)];
    if (upper && lower) return { panel, tests: [upper, lower] };
  }
  return undefined;
}

function readPressure(element: XmlElement, { panel, tests }: Pressures, scope: Scope): Reference {
  const [first = element] = tests;
  const components = tests.map((test) => {
    reportZero(test, scope);
    const value = resultOf(test, scope)?.value;
    const code = readConcept(test.first('Description'), scope) ?? { codings: [] };
    return { code, ...(value && { value }) };
  });
  return scope.shelf.add('observation', first, {
    ...commonFields(element, scope),
    status: statusOf(first),
    ...vital,
    code: given({ codings: [{ system: loinc, ...panel }] }),
    effective:
      effectiveOf(first, scope) ?? effectiveOf(element, scope) ?? given({ absent: 'unknown' as const }),
    components: { value: components, nodes: tests },
  });
}
