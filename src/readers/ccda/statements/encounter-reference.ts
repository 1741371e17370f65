import type { Reference } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { by, type Field, type Found } from '../fields.ts';
import { compilePath } from '../path.ts';
import { describedEncounter, refer } from '../refer.ts';
import type { Scope } from '../scope.ts';
import { isEvent, planAround } from './act.ts';

const related = compilePath('entryRelationship/encounter');
const components = compilePath('component/encounter');

/** Encounters that stand in an element. */
const encountersIn = (from: XmlElement): XmlElement[] =>
  [...related(from), ...components(from)].filter((one) => isEvent(one) && !planAround(one));

/** The statements around one, up to its entry. */
function around(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (let above = element.parent?.parent; above; above = above.parent?.parent) {
    if (above.name === 'section' || above.name === 'component') break;
    found.push(above);
  }
  return found;
}

/**
 * The encounter of a statement: the one it holds or names, then the one that stands in or is a statement around it
 * (concern, organizer, encounter). Nothing else: that a document is of a visit does not put all it holds into it.
 */
export const encounterReference: Field<Reference> = by(
  'entryRelationship/encounter | ../../entryRelationship/encounter | entryRelationship/act/id',
  (from, scope): Found<Reference> | undefined => {
    for (const at of [from, ...around(from)]) {
      const value = at !== from && at.name === 'encounter' && isEvent(at) ? scope.statement(at) : undefined;
      const visit = found(value, []) ?? heldIn(at, from, scope) ?? namedIn(at, scope);
      if (visit) return visit;
    }
    return undefined;
  },
);

/** The encounter that stands in a statement. */
function heldIn(at: XmlElement, from: XmlElement, scope: Scope): Found<Reference> | undefined {
  for (const node of encountersIn(at)) {
    const value = encounterOf(node, scope);
    if (value && node !== from) return found(value, [node]);
  }
  return undefined;
}

const actsIn = compilePath('entryRelationship/act');

/** Acts without a code refer to other entries (Entry Reference, IHE's internal reference): here to an encounter. */
function namedIn(from: XmlElement, scope: Scope): Found<Reference> | undefined {
  for (const act of actsIn(from)) {
    if (act.first('code')?.attributes['code'] !== undefined) continue;
    const described = describedEncounter(act, scope);
    if (described) return found(refer(described, scope), [act]);
  }
  return undefined;
}

const found = (value: Reference | undefined, nodes: XmlElement[]): Found<Reference> | undefined =>
  value && { value, nodes };

/** The encounter that an element describes, or names by the id under which the document describes it. */
function encounterOf(element: XmlElement, scope: Scope): Reference | undefined {
  const described = describedEncounter(element, scope);
  return described ? refer(described, scope) : scope.statement(element);
}

/** The encounter of the document, for what the guide puts into it. */
export function documentEncounter(from: XmlElement, scope: Scope): Found<Reference> | undefined {
  let root = from;
  while (root.parent) root = root.parent;
  const header = root.first('componentOf')?.first('encompassingEncounter');
  return header && found(refer(header, scope), []);
}
