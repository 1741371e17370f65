import type { LedgerLine, Reference } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import type { DocumentCollector } from '../collector.ts';
import { placeOf, report, type Scope } from '../scope.ts';
import type { EmbeddedFault } from './content.ts';

/** Whether an element holds content of another format: base64, the body of an Unstructured Document, media. */
export const isEmbedded = ({ name, attributes, parent }: XmlElement): boolean =>
  attributes['representation'] === 'B64' ||
  (name === 'text' && parent?.name === 'nonXMLBody') ||
  (name === 'value' && parent?.name === 'observationMedia');

/** What became of the embedded objects, and those among them that no section names. */
export interface EmbeddedAccount {
  readonly lines: readonly LedgerLine[];
  readonly alone: readonly Reference[];
}

/** Says of each embedded object what became of it; what no statement took stands for itself. */
export function accountForEmbedded(
  elements: readonly XmlElement[],
  scope: Scope,
  collector: DocumentCollector,
): EmbeddedAccount {
  const alone: Reference[] = [];
  const holders = elements.length > 0 ? holdersIn(collector) : new Map<XmlElement, string>();
  const lines = elements.map((element): LedgerLine => {
    const line = {
      unit: 'embedded',
      place: placeOf(element, scope),
    } as const;
    const fault = scope.embedded.faultOf(element);
    if (fault) return { ...line, ...lossOf(fault, element, scope) };
    const holder = holders.get(element) ?? standAlone(element, scope, collector);
    if (!holders.has(element)) alone.push({ ref: holder });
    return { ...line, state: 'converted', into: [holder] };
  });
  return { lines, alone };
}

/** The statement that each element went into. */
function holdersIn({ trace }: DocumentCollector): Map<XmlElement, string> {
  const holders = new Map<XmlElement, string>();
  for (const [ref, fields] of trace) {
    for (const node of Object.values(fields).flat()) holders.set(node as XmlElement, ref);
  }
  return holders;
}

function lossOf(fault: EmbeddedFault, element: XmlElement, scope: Scope): Pick<LedgerLine, 'state' | 'rule'> {
  if (fault === 'no-content') return { state: 'left-out', rule: fault };
  if (fault === 'file-not-beside') {
    report(scope, 'embedded-not-beside', element);
    return { state: 'left-out', rule: fault };
  }
  report(scope, 'embedded-unreadable', element, { fault });
  return { state: 'quarantined', rule: fault };
}

/** Bytes in a place that has no rule are kept all the same, under the name of the element that holds them. */
function standAlone(element: XmlElement, scope: Scope, collector: DocumentCollector): string {
  const id = collector.keyOf(element);
  const content = scope.embedded.keep(element);
  collector.add(
    'media',
    { id, title: element.name, ...(content && { contents: [content] }) },
    { contents: [element] },
  );
  scope.taken.add(element);
  return `media/${id}`;
}
