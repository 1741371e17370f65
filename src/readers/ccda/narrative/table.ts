import type { XmlElement } from '../../xml/element.ts';
import type { Rendering } from './rendering.ts';
import { TableBuilder } from './table-builder.ts';

/** A table; whatever its source makes of the rules of tables, the result keeps them and all text in order. */
export function table(element: XmlElement, out: Rendering): string {
  const attributes = out.attributes(element, 'table');
  const builder = new TableBuilder(out);
  for (const child of element.children) builder.add(child);
  return builder.finish(attributes);
}

/** A part of a table that stands outside of any. */
export function tableAround(element: XmlElement, out: Rendering): string {
  const builder = new TableBuilder(out);
  builder.add(element);
  return builder.finish('');
}
