import type { XmlElement } from '../xml/element.ts';
import { plainText } from './narrative/index.ts';
import { parts } from './parts.ts';
import { isPart } from './path.ts';
import type { Scope } from './scope.ts';

/** What an element has for the standard's sake, and what says nothing without a code beside it. */
const formal = new Set([
  'nullFlavor',
  'typeCode',
  'classCode',
  'moodCode',
  'determinerCode',
  'inversionInd',
  'contextConductionInd',
  'contextControlCode',
  'xsi:type',
  'codeSystem',
  'codeSystemName',
  'mediaType',
]);

/** What an observation or a comment without content has all the same. */
const frame = new Set(['templateId', 'id', 'code', 'statusCode', 'effectiveTime', 'author']);

/** Whether an element says nothing: empty or null to its ends, its references lead nowhere. */
export function isSilent(element: XmlElement, scope: Scope): boolean {
  if (element.name === 'templateId' || isDangling(element, scope)) return true;
  if (isHollow(element, scope)) return true;
  return (
    isFormal(element) &&
    element.children.every((child) =>
      typeof child === 'string' ? child.trim() === '' : isSilent(child, scope),
    )
  );
}

/** Whether its attributes are there for the standard's sake alone. */
function isFormal({ attributes }: XmlElement): boolean {
  for (const name in attributes) if (!formal.has(name) && !name.startsWith('xmlns')) return false;
  return true;
}

/** A reference to words that the narrative lacks, or to a place in it where there are none. */
function isDangling(element: XmlElement, scope: Scope): boolean {
  const to = element.name === 'reference' ? element.attributes['value']?.trim() : undefined;
  if (to === undefined || /^\w+:/.test(to)) return false;
  const target = scope.target(to.replace(/^#/, ''));
  return target === undefined || (plainText(target) === '' && target.first('renderMultiMedia') === undefined);
}

/** An observation that finds nothing, a comment without words. */
function isHollow(element: XmlElement, scope: Scope): boolean {
  const finds = element.name === 'observation' && element.first('value') !== undefined;
  if (!finds && !isPart(element, parts.comment)) return false;
  return element.elements().every((child) => frame.has(child.name) || isSilent(child, scope));
}
