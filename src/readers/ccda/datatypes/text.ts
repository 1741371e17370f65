import type { XmlElement } from '../../xml/element.ts';
import { plainText } from '../narrative/index.ts';
import type { Scope } from '../scope.ts';

/** ED or ST as plain text: what stands in the element, else what its reference names in the narrative. */
export function readText(element: XmlElement, scope: Scope): string | undefined {
  const own = plainText(element);
  const target = referenced(element, scope);
  const text = own || (target ? plainText(target) : '');
  return text || undefined;
}

/** The narrative element that the `reference` of an element names. */
export function referenced(element: XmlElement, scope: Scope): XmlElement | undefined {
  const value = element.first('reference')?.attributes['value']?.trim();
  return value ? scope.target(value.replace(/^#/, '')) : undefined;
}
