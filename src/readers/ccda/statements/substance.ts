import type { Concept } from '../../../record/index.ts';
import { isGenericSubstance } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { says } from '../datatypes/concept.ts';
import { readText } from '../datatypes/text.ts';
import { parts } from '../parts.ts';
import { hasTemplate, isPart } from '../path.ts';
import type { Stated } from '../readings.ts';
import type { Scope } from '../scope.ts';
import { isEvent } from './act.ts';
import { isNegated } from './common.ts';
import { codeElementOf, readProductCode } from './product.ts';
import { refusalOf } from './reason.ts';

/** Medication Activity, Planned Medication Activity, C83's and IHE's medication. */
export const medicationTemplates = [
  '2.16.840.1.113883.10.20.22.4.16',
  '2.16.840.1.113883.10.20.22.4.42',
  '2.16.840.1.113883.3.88.11.83.8',
  '1.3.6.1.4.1.19376.1.5.3.1.4.7',
];

const plannedImmunization = '2.16.840.1.113883.10.20.22.4.120';

/** Immunization Activity, Planned Immunization Activity, C83's and IHE's immunization. */
export const immunizationTemplates = [
  '2.16.840.1.113883.10.20.22.4.52',
  plannedImmunization,
  '2.16.840.1.113883.3.88.11.83.13',
  '1.3.6.1.4.1.19376.1.5.3.1.4.12',
];

/**
 * What a substanceAdministration states: of a vaccine that it was given or not, of a drug that it is taken or to be
 * taken, that it is not taken, or that there is none at all. One that names no product, no time and no negation
 * states nothing.
 */
export function statedBy(element: XmlElement, scope: Scope): Stated | undefined {
  const { substances } = scope.readings;
  if (!substances.has(element)) substances.set(element, statedOf(element, scope));
  return substances.get(element);
}

function statedOf(element: XmlElement, scope: Scope): Stated | undefined {
  if (element.name !== 'substanceAdministration' || isPart(element, parts.sig)) return undefined;
  const vaccine = isVaccine(element, scope);
  if (vaccine === undefined) return undefined;
  if (isNegated(element)) return negatedOf(element, vaccine, scope);
  if (saysNone(element, scope)) return vaccine ? 'noImmunizations' : 'noMedications';
  if (saysNothing(element, scope)) return undefined;
  return vaccine && isEvent(element) ? 'immunization' : 'medication';
}

function negatedOf(element: XmlElement, vaccine: boolean, scope: Scope): Stated {
  if (!namesProduct(element, scope)) {
    if (!vaccine) return 'noMedications';
    return refusalOf(element, scope) ? 'immunization' : 'noImmunizations';
  }
  if (vaccine) return isPlan(element) ? 'medication' : 'immunization';
  return isEvent(element) ? 'notTaken' : 'medication';
}

/** A plan for a vaccine. A negated Immunization Activity says that it was not given, whatever its mood. */
const isPlan = (element: XmlElement): boolean => hasTemplate(element, [plannedImmunization]);

/** Whether it is of a vaccine or of another drug; the older CCD has one template for both, so that the section tells. */
function isVaccine(element: XmlElement, scope: Scope): boolean | undefined {
  if (hasTemplate(element, immunizationTemplates)) return true;
  if (hasTemplate(element, medicationTemplates)) return false;
  if (!hasTemplate(element, ['2.16.840.1.113883.10.20.1.24']) && !isWhole(element)) return undefined;
  return (
    scope.section?.rules?.title === 'Immunizations' || element.first('code')?.attributes['code'] === 'IMMUNIZ'
  );
}

/** A statement without a template is one where it stands by itself: inside another it is a step of that one's dosage. */
const isWhole = (element: XmlElement): boolean =>
  element.first('consumable') !== undefined && element.parent?.parent?.name !== 'substanceAdministration';

/** Whether the product has a code of its own: most have, and then nothing else need be looked at. */
function isCoded(element: XmlElement): boolean {
  const code = codeElementOf(element)?.attributes['code'];
  return code !== undefined && !isGenericSubstance(code);
}

/** Words by which an entry says its negation itself. */
const denial = /\b(no|none|not|nil|denies|denied|never|without|unknown|n\/a)\b/i;
const genericWords = /^(drugs?|medications?|vaccin\w*|immuni[sz]ations?)\.?$/i;

/** Whether a negated statement says of which product it speaks. */
function namesProduct(element: XmlElement, scope: Scope): boolean {
  if (isCoded(element)) return true;
  const code = readProductCode(element, scope);
  if (!says(code)) return false;
  const codes = code.codings.map(({ code: one }) => one ?? '');
  if (codes.length > 0) return !codes.some(isGenericSubstance);
  return namesByWords(code);
}

const namesByWords = ({ text = '' }: Concept): boolean =>
  !denial.test(text) && !genericWords.test(text.trim());

/** No product and no time, and words like "No known medications": a negation without its attribute. */
function saysNone(element: XmlElement, scope: Scope): boolean {
  if (isCoded(element)) return false;
  const code = readProductCode(element, scope);
  if (code?.codings.some((one) => !isGenericSubstance(one.code ?? ''))) return false;
  if (element.elements('effectiveTime').some(hasTime)) return false;
  const text = element.first('text');
  const words = [code?.text, code?.codings[0]?.display, text && readText(text, scope)];
  return words.some((one) => one !== undefined && /^\s*(no|none|nil|denies|denied)\b/i.test(one));
}

/** No product and no time: an entry for the sake of having one. */
function saysNothing(element: XmlElement, scope: Scope): boolean {
  if (isCoded(element)) return false;
  const code = readProductCode(element, scope);
  return (
    !says(code) && !element.elements('effectiveTime').some(hasTime) && element.first('text') === undefined
  );
}

const hasTime = (element: XmlElement): boolean =>
  element.attributes['value'] !== undefined || element.elements().some(hasTime);
