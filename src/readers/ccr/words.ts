import type { XmlElement } from '../xml/element.ts';
import { clean } from './datatypes.ts';

/** What numbers an object or says by whom it stands there; people are told where they act. */
const silent = new Set([
  'CCRDataObjectID',
  'Source',
  'InternalCCRLink',
  'CommentID',
  'ReferenceID',
  'ActorID',
]);
/** Wrappers whose names say nothing that their contents do not. */
const transparent = new Set([
  'Text',
  'Value',
  'Units',
  'Unit',
  'ExactDateTime',
  'ApproximateDateTime',
  'Description',
]);

/** All that an object says, for people: a CCR has no narrative of its own. */
export function narrativeOf(objects: readonly XmlElement[]): string | undefined {
  const items = objects.map((object) => clean(wordsOf(object))).filter((words) => words !== undefined);
  if (items.length === 0) return undefined;
  const list = items.map((words) => `<li>${escaped(words)}</li>`).join('');
  return `<div xmlns="http://www.w3.org/1999/xhtml"><ul>${list}</ul></div>`;
}

function wordsOf(element: XmlElement): string {
  const parts = element.children.map((child) => {
    if (typeof child === 'string') return child.trim();
    if (silent.has(child.name)) return '';
    if (child.name === 'Code') return codeOf(child);
    const words = wordsOf(child);
    return words === '' || transparent.has(child.name) ? words : `${spaced(child.name)}: ${words}`;
  });
  return parts.filter((part) => part !== '').join(element.elements('Units').length > 0 ? ' ' : '; ');
}

/** A code with its system in brackets. */
function codeOf(code: XmlElement): string {
  const [value, system] = ['Value', 'CodingSystem'].map((name) => clean(code.first(name)?.text()));
  return value ? `[${[system, value].filter(Boolean).join(' ')}]` : '';
}

const spaced = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2');

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (character) => (character === '&' ? '&amp;' : character === '<' ? '&lt;' : '&gt;'));
