import type { Concept, Reference } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept, says } from '../datatypes/concept.ts';
import { readText } from '../datatypes/text.ts';
import { by, type Field, readAll } from '../fields.ts';
import { parts } from '../parts.ts';
import { isPart } from '../path.ts';
import { refer, statedElsewhere } from '../refer.ts';
import type { Scope } from '../scope.ts';
import { isNegated } from './common.ts';

/** What stands as the reason, or has the template of one; the problems in an act that does are reasons too. */
const indicationsIn = (from: XmlElement): XmlElement[] =>
  from
    .elements('entryRelationship')
    .flatMap((relation) => relation.elements().filter((one) => isReason(one, relation)))
    // Why something was not done is no reason to do it.
    .filter((one) => !(isNegated(from) && isPart(one, parts.careReason)))
    .flatMap((one) => (one.name === 'act' ? heldIn(one) : [one]))
    .filter((one) => one.name === 'observation' && !isNegated(one));

const isReason = (one: XmlElement, relation: XmlElement): boolean =>
  relation.attributes['typeCode'] === 'RSON' || isPart(one, parts.indication);

const heldIn = (act: XmlElement): readonly XmlElement[] =>
  isPart(act, parts.diagnosis) ? [] : act.elementsIn('entryRelationship', 'observation');

/** The problem that an indication names by its id, where the document holds it, or that it is itself. */
function problemOf(indication: XmlElement, scope: Scope): Reference | undefined {
  const isProblem = (one: Reference | undefined): boolean => one?.ref.startsWith('problem/') === true;
  const elsewhere = statedElsewhere(indication, scope)
    .filter(({ name }) => name === 'observation')
    .map((one) => refer(one, scope))
    .find(isProblem);
  if (elsewhere || isPart(indication, parts.indication)) return elsewhere;
  const own = scope.statement(indication);
  return isProblem(own) ? own : undefined;
}

/** The problems of this document that are the reason (CF-encounters, Indication). */
export const reasonReferences: Field<Reference[]> = by(
  'entryRelationship[@typeCode=RSON]/observation/id',
  (from, scope) => readAll(indicationsIn(from), problemOf, scope),
);

/** The reasons that are no problem of this document: value, else the words. */
export const reasons: Field<Concept[]> = by(
  'entryRelationship[@typeCode=RSON]/observation/value',
  (from, scope) => {
    const nodes = indicationsIn(from).filter((node) => problemOf(node, scope) === undefined);
    return readAll(nodes, readReason, scope);
  },
);

function readReason(indication: XmlElement, scope: Scope): Concept | undefined {
  const value = indication
    .elements('value')
    .map((one) => readConcept(one, scope))
    .find(says);
  if (value) return value;
  const text = indication.first('text');
  const words = text && readText(text, scope);
  return words === undefined ? undefined : { codings: [], text: words };
}
