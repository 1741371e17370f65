import type { Contribution, SourcePoint } from '../../../record/index.ts';
import type { Change, Focus, InputFile, ReadOptions, Refused, SourceLiteral, Trial } from '../../reader.ts';
import { XmlElement } from '../../xml/element.ts';
import { openXml } from '../../xml/front-door.ts';
import { openDocument } from '../open.ts';
import { readTree } from '../read.ts';
import { type Find, literalsAround, literalsIn, literalsOf } from './literals.ts';
import { change, prune, type Undo } from './tree.ts';

/** Holds a clinical document open, to be read again with something in it changed. */
export function openTrialOfCcda(file: InputFile, options: ReadOptions): Trial | Refused {
  const opened = openDocument(file.bytes, file.name, 'all');
  if (!opened.root) return { kind: 'unreadable', issues: opened.issues };
  const contribution = readTree(opened, file, options);
  if (!('source' in contribution)) return contribution;
  return trialOf(opened.root, contribution, { file, options });
}

interface Reading {
  readonly file: InputFile;
  readonly options: ReadOptions;
}

function trialOf(root: XmlElement, contribution: Contribution, reading: Reading): Trial {
  const opened = openXml(reading.file.bytes);
  const lines = opened.ok ? opened.text.split('\n') : [];
  const find: Find = { lines, target: (id) => elementById(root, id) };
  return {
    contribution,
    lines,
    literals: (at) => literalsIn(elementOf(at), find),
    literalsAround: (at) => literalsAround(elementOf(at), find),
    sectionOf: (at) => holding(elementOf(at)).find(({ name }) => name === 'section'),
    naming: (at) => naming(elementOf(at), find),
    elementsIn: (at) => elementsIn(elementOf(at)),
    holding: (at) => holding(elementOf(at)),
    onLine: (line) => onLine(root, line),
    reread: (changes, focus) => reread(root, reading, { changes, focus }),
  };
}

/** All points of a document that this reader reads are its elements. */
function elementOf(point: SourcePoint): XmlElement {
  if (point instanceof XmlElement) return point;
  throw new TypeError('a point of another document');
}

/** Reads the tree once more as the changes make it; it is then as it was. */
function reread(
  root: XmlElement,
  { file, options }: Reading,
  { changes, focus }: { changes: readonly Change[]; focus: Focus },
): Contribution | undefined {
  const undo: Undo[] = [];
  try {
    if (focus !== 'all') prune(root, typeof focus === 'string' ? focus : elementOf(focus), undo);
    for (const one of changes) change(one, undo);
    const read = readTree({ root, issues: [] }, file, options);
    return 'source' in read ? read : undefined;
  } catch {
    // What cannot be read with the change depends on what was changed, but holds nothing to compare.
    return undefined;
  } finally {
    for (const restore of undo.toReversed()) restore();
  }
}

const naming = (element: XmlElement, find: Find): SourceLiteral[] =>
  [...element.elements('templateId'), ...element.elements('code')].flatMap((one) => literalsOf(one, find));

function holding(element: XmlElement): XmlElement[] {
  const found = [element];
  for (let above = element.parent; above; above = above.parent) found.push(above);
  return found;
}

const elementsIn = (element: XmlElement): XmlElement[] =>
  element.elements().flatMap((child) => [...elementsIn(child), child]);

function onLine(root: XmlElement, line: number): XmlElement[] {
  let before: XmlElement | undefined;
  const found: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    if (element.line === line) found.push(element);
    if (element.line <= line) before = element;
    for (const child of element.elements()) visit(child);
  };
  visit(root);
  return found.length > 0 ? found : before ? [before] : [];
}

function elementById(root: XmlElement, id: string): XmlElement | undefined {
  if (root.attributes['ID'] === id && root.name !== 'observationMedia') return root;
  for (const child of root.elements()) {
    const found = elementById(child, id);
    if (found) return found;
  }
  return undefined;
}
