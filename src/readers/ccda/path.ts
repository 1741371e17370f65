import type { XmlElement } from '../xml/element.ts';
import { type Part, parts } from './parts.ts';

interface Step {
  readonly name: string | undefined;
  readonly tests: readonly ((element: XmlElement) => boolean)[];
}

/** Finds all elements that a path leads to, in document order. */
export type Select = (from: XmlElement) => readonly XmlElement[];

/** Whether an element is that part: by a template id, else by its code. */
export const isPart = (element: XmlElement, { templates, code }: Part): boolean =>
  hasTemplate(element, templates) ||
  (code !== undefined && element.first('code')?.attributes['code'] === code);

/** Whether an element names one of these template ids, whatever their version. */
export function hasTemplate(element: XmlElement, templates: readonly string[]): boolean {
  for (const child of element.children) {
    if (typeof child === 'string' || child.name !== 'templateId') continue;
    const root = child.attributes['root'];
    if (root !== undefined && templates.includes(root.trim())) return true;
  }
  return false;
}

/**
 * Compiles a path: `a/b` by names, `a[@attr=value]` by an attribute, `[part]` by a statement that parts.ts names,
 * `.` the element itself. What it cannot say is a function.
 */
export function compilePath(path: string): Select {
  if (path === '.') return (from) => [from];
  const steps = path.split('/').map(compileStep);
  const [only] = steps;
  // Most paths are a single name.
  if (only?.name !== undefined && steps.length === 1 && only.tests.length === 0) {
    const { name } = only;
    return (from) => from.elements(name);
  }
  return (from) => {
    const found: XmlElement[] = [];
    walk(from, steps, 0, found);
    return found;
  };
}

function compileStep(text: string): Step {
  const name = /^[\w:]+/.exec(text)?.[0];
  const tests = [...text.matchAll(/\[([^\]]+)\]/g)].map(([, test = '']) => compileTest(test));
  return { name, tests };
}

function compileTest(test: string): (element: XmlElement) => boolean {
  const [, attribute, value] = /^@([\w:]+)=(.*)$/.exec(test) ?? [];
  if (attribute !== undefined) return (element) => element.attributes[attribute] === value;
  if (!(test in parts)) throw new TypeError(`no part is named ${test}`);
  const part = parts[test as keyof typeof parts];
  return (element) => isPart(element, part);
}

/** Follows the steps from one on; loops, since every field of every statement comes this way. */
function walk(from: XmlElement, steps: readonly Step[], depth: number, found: XmlElement[]): void {
  const step = steps[depth];
  if (!step) return;
  const { name, tests } = step;
  for (const child of from.children) {
    if (!isNamed(child, name) || !isMet(tests, child)) continue;
    if (depth + 1 === steps.length) found.push(child);
    else walk(child, steps, depth + 1, found);
  }
}

const isNamed = (child: XmlElement | string, name: string | undefined): child is XmlElement =>
  typeof child !== 'string' && (name === undefined || child.name === name);

function isMet(tests: Step['tests'], element: XmlElement): boolean {
  for (const test of tests) if (!test(element)) return false;
  return true;
}
