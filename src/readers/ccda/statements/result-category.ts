import type { Concept } from '../../../record/index.ts';
import { type ResultCategory, resultCategoryOf, statedResultCategory } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept, says } from '../datatypes/concept.ts';
import { by, type Field } from '../fields.ts';
import type { Scope } from '../scope.ts';
import { componentsOf, organizerOf } from './organizer.ts';
import { saysSpecimen } from './specimen.ts';

const loinc = 'http://loinc.org';

const sections: Readonly<Record<string, ResultCategory>> = {
  '26436-6': 'laboratory',
  '121070': 'imaging',
  '121072': 'imaging',
  '18726-0': 'imaging',
  '55115-0': 'imaging',
  '18748-4': 'imaging',
};

const statedIn = (from: XmlElement, scope: Scope): Concept[] =>
  from
    .elements('sdtc:category')
    .map((one) => readConcept(one, scope))
    .filter(says);

/** By its own category, its code, its specimen. */
function ownCategory(from: XmlElement, scope: Scope): ResultCategory | undefined {
  const codes = statedIn(from, scope).flatMap(({ codings }) => codings);
  const stated = codes.map(({ code }) => statedResultCategory(code ?? '')).find((one) => one !== undefined);
  return stated ?? codeCategory(from, scope) ?? (saysSpecimen(from) ? 'laboratory' : undefined);
}

function codeCategory(from: XmlElement, scope: Scope): ResultCategory | undefined {
  const code = from.first('code');
  const concept = code && readConcept(code, scope);
  for (const { system, code: coded, display } of concept?.codings ?? []) {
    const found = system === loinc ? resultCategoryOf(coded ?? '', display ?? concept?.text) : undefined;
    if (found) return found;
  }
  return undefined;
}

const sectionCategory = ({ section }: Scope): ResultCategory | undefined => {
  const code = section?.code ?? section?.rules?.loinc[0] ?? '';
  return Object.hasOwn(sections, code) ? sections[code] : undefined;
};

/** The category of a result: its own, that of its report (US Core: all results of a laboratory report are so), the section's. */
export function categoryOf(from: XmlElement, scope: Scope): ResultCategory | undefined {
  const organizer = organizerOf(from);
  const above = organizer && (categoryOf(organizer, scope) ?? commonCategory(organizer, scope));
  return ownCategory(from, scope) ?? above ?? sectionCategory(scope);
}

export const resultCategories: Field<string[]> = by(
  'sdtc:category | code | specimen | ../..',
  (from, scope) => {
    const category = categoryOf(from, scope);
    return category && { value: [category], nodes: from.elements('sdtc:category') };
  },
);

const reportCategory: Readonly<Record<ResultCategory, Concept | undefined>> = {
  laboratory: concept('http://terminology.hl7.org/CodeSystem/v2-0074', 'LAB', 'Laboratory'),
  imaging: concept(loinc, 'LP29684-5', 'Radiology'),
  survey: undefined,
};

function concept(system: string, code: string, display: string): Concept {
  return { codings: [{ system, code, display }] };
}

/** The categories that the source states, and the one by which FHIR knows such reports. */
export const reportCategories: Field<Concept[]> = by('sdtc:category | code | specimen', (from, scope) => {
  const stated = statedIn(from, scope);
  const category = categoryOf(from, scope) ?? commonCategory(from, scope);
  const known = category && reportCategory[category];
  const isStated = stated.some(({ codings }) => codings.some(({ code }) => code === known?.codings[0]?.code));
  const value = known && !isStated ? [known, ...stated] : stated;
  return value.length > 0 ? { value, nodes: from.elements('sdtc:category') } : undefined;
});

/** The category of all its results that have one. */
function commonCategory(from: XmlElement, scope: Scope): ResultCategory | undefined {
  const found = componentsOf(from, 'observation').map((one) => ownCategory(one, scope));
  const [first, ...others] = [...new Set(found.filter((one) => one !== undefined))];
  return others.length === 0 ? first : undefined;
}
