import {
  type Amount,
  type Concept,
  compact,
  type Dosage,
  listOf,
  type Ratio,
} from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept, says } from '../datatypes/concept.ts';
import { readInterval, readQuantity } from '../datatypes/quantity.ts';
import { readText, referenced } from '../datatypes/text.ts';
import { by, type Field } from '../fields.ts';
import { compilePath, hasTemplate } from '../path.ts';
import type { Scope } from '../scope.ts';
import { isEvent } from './act.ts';
import { countOf, readTimings } from './dosage-timing.ts';

/** How a medication is taken: one dosage, or one for each cycle of its timing. */
export const dosages: Field<Dosage[]> = by(
  'effectiveTime | doseQuantity | rateQuantity | maxDoseQuantity | routeCode | approachSiteCode | precondition | entryRelationship/[sig] | entryRelationship/[instruction]',
  (from, scope) => {
    const nodes: XmlElement[] = [];
    const timings = readTimings(from, scope);
    nodes.push(...(timings?.nodes ?? []));
    const general = compact({
      ...readWords(from, nodes, scope),
      ...readNeed(from, nodes, scope),
      ...readPlace(from, nodes, scope),
      ...readAmounts(from, nodes, scope),
    }) as Dosage;
    const count = countAllowed(from, nodes);
    const value = (timings?.value ?? [{}]).map((timing) => {
      const all = compact({ ...timing, count });
      return compact({ ...general, timing: Object.keys(all).length > 0 ? all : undefined }) as Dosage;
    });
    return value.some((one) => Object.keys(one).length > 0) ? { value, nodes } : undefined;
  },
);

/** The first element of a name, noted as read. */
function first(from: XmlElement, name: string, nodes: XmlElement[]): XmlElement | undefined {
  const element = from.first(name);
  if (element) nodes.push(element);
  return element;
}

const sigs = compilePath('entryRelationship/[sig]');
const instructionActs = compilePath('entryRelationship/[instruction]');
/** In CCD and C32 the entry's own text is the sig. */
const textIsSig = ['2.16.840.1.113883.3.88.11.83.8', '2.16.840.1.113883.10.20.1.24'];

function readWords(
  from: XmlElement,
  nodes: XmlElement[],
  scope: Scope,
): Pick<Dosage, 'text' | 'patientInstruction' | 'additionalInstructions'> {
  const written = sigs(from);
  const acts = instructionActs(from);
  nodes.push(...written, ...acts);
  const own = hasTemplate(from, textIsSig) && !namesRow(from, scope) ? [from] : [];
  return {
    text: joined((written.length > 0 ? written : own).map((one) => textOf(one, scope))),
    patientInstruction: joined(acts.map((one) => instructionText(one, scope))),
    additionalInstructions: listOf(acts.map((one) => codedInstruction(one, scope))),
  };
}

/** Many point to the whole row of a table: that is the narrative of the entry, and no sig. */
function namesRow(from: XmlElement, scope: Scope): boolean {
  const text = from.first('text');
  const target = text && referenced(text, scope);
  return target?.name === 'tr' || target?.name === 'table' || target?.name === 'list';
}

const joined = (texts: readonly (string | undefined)[]): string | undefined =>
  [...new Set(texts.filter((text) => text !== undefined))].join('\n') || undefined;

function textOf(element: XmlElement, scope: Scope): string | undefined {
  const text = element.first('text');
  return text && readText(text, scope);
}

/** Instruction: its text, else the words of its code. */
export function instructionText(act: XmlElement, scope: Scope): string | undefined {
  const original = act.first('code')?.first('originalText');
  return textOf(act, scope) ?? (original && readText(original, scope));
}

/** Codes that only say "an instruction": they tell a patient nothing. */
const bareInstructions = new Set(['PINSTRUCT', '409073007', '423564006']);

function codedInstruction(act: XmlElement, scope: Scope): Concept | undefined {
  const code = act.first('code');
  const concept = code && readConcept(code, scope);
  if (!concept || concept.codings.length === 0) return undefined;
  return concept.codings.every(({ code: one }) => bareInstructions.has(one ?? '')) ? undefined : concept;
}

const bareNeed = /^(take )?(as needed|prn)\.?$/i;

/** A precondition says that it is taken as needed, and for what. The older CCD has PRN as a priority. */
function readNeed(
  from: XmlElement,
  nodes: XmlElement[],
  scope: Scope,
): Pick<Dosage, 'asNeeded' | 'asNeededFor'> {
  const conditions = from.elements('precondition').filter((one) => one.first('criterion') !== undefined);
  nodes.push(...conditions);
  const isPrn = from.first('priorityCode')?.attributes['code'] === 'PRN';
  if (isPrn) first(from, 'priorityCode', nodes);
  const asNeededFor = conditions.map((one) => readCriterion(one.first('criterion'), scope)).find(says);
  if (asNeededFor) return { asNeededFor };
  return conditions.length > 0 || isPrn ? { asNeeded: true } : {};
}

function readCriterion(criterion: XmlElement | undefined, scope: Scope): Concept | undefined {
  const value = criterion?.first('value');
  const concept = value && readConcept(value, scope);
  if (says(concept)) return concept;
  const words = criterion && textOf(criterion, scope);
  return words === undefined || bareNeed.test(words) ? undefined : { codings: [], text: words };
}

function readPlace(from: XmlElement, nodes: XmlElement[], scope: Scope): Pick<Dosage, 'site' | 'route'> {
  const site = first(from, 'approachSiteCode', nodes);
  const route = first(from, 'routeCode', nodes);
  return { site: site && readConcept(site, scope), route: route && readConcept(route, scope) };
}

function readAmounts(
  from: XmlElement,
  nodes: XmlElement[],
  scope: Scope,
): Pick<Dosage, 'dose' | 'rate' | 'maxDosePerPeriod'> {
  const dose = first(from, 'doseQuantity', nodes);
  const rate = first(from, 'rateQuantity', nodes);
  const most = first(from, 'maxDoseQuantity', nodes);
  return {
    dose: dose && readAmount(dose, scope),
    rate: rate && readAmount(rate, scope),
    maxDosePerPeriod: most && readRatio(most, scope),
  };
}

/** IVL_PQ: one end alone stays the end of a range, as a dose has no comparator. */
export function readAmount(element: XmlElement, scope: Scope): Amount | undefined {
  if (element.first('numerator')) return { ratio: readRatio(element, scope) };
  const found = readInterval(element, scope);
  if (found?.quantity?.comparator === undefined) return found;
  const { comparator, ...end } = found.quantity;
  return { range: comparator.startsWith('>') ? { low: end } : { high: end } };
}

function readRatio(element: XmlElement, scope: Scope): Ratio | undefined {
  const [numerator, denominator] = ['numerator', 'denominator'].map((name) => {
    const part = element.first(name);
    return part && readQuantity(part, scope);
  });
  return numerator || denominator ? (compact({ numerator, denominator }) as Ratio) : undefined;
}

/**
 * `repeatNumber` of an intent is how often it may be given, of an event which one of a series it is. One is what exports
 * write where they mean nothing by it: beside "every four hours" it would say "only once".
 */
function countAllowed(from: XmlElement, nodes: XmlElement[]): number | undefined {
  const repeatNumber = from.first('repeatNumber');
  const count = countOf(repeatNumber);
  if (repeatNumber === undefined || !count || count === 1 || isEvent(from)) return undefined;
  nodes.push(repeatNumber);
  return count;
}
