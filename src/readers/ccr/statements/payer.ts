import {
  type Coverage,
  type CoverageClass,
  compact,
  type Identifier,
  type Reference,
} from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { commonFields, conceptAt, periodOf } from '../common.ts';
import { textOf, wordOf } from '../datatypes.ts';
import type { Scope } from '../scope.ts';
import { type Found, given, read } from '../shelf.ts';

const over = /inactive|no longer|expired|terminat|cancel|ended/;

/** Payer → coverage: who pays, for whom, under which numbers. */
export function readPayer(element: XmlElement, scope: Scope): Reference | undefined {
  const type = conceptAt(element, 'Type', scope) ?? conceptAt(element, 'Description', scope);
  const payors = payorsOf(element, scope);
  const numbers = numbersOf(element, scope);
  if (!type && !payors && !numbers.memberIds && !numbers.subscriberIds && !numbers.classes) return undefined;
  const status = element.first('Status');
  const { authors, notes } = commonFields(element, scope);
  return scope.shelf.add('coverage', element, {
    authors,
    notes,
    ...numbers,
    status: over.test(wordOf(status))
      ? { value: 'cancelled', nodes: status ? [status] : [] }
      : active(status),
    type,
    payors,
    ...subscriberOf(element, scope),
    period: periodOf(element, scope),
  });
}

/** A policy that a summary lists is one that pays, unless it says otherwise. */
const active = (status: XmlElement | undefined): Found<Coverage['status']> =>
  wordOf(status) === 'active' ? (read(status, 'active' as const) ?? given('active')) : given('active');

function payorsOf(element: XmlElement, scope: Scope): Found<Reference[]> | undefined {
  const provider = element.first('PaymentProvider');
  const found = scope.actors.refer(provider);
  return found && read(provider, [found]);
}

/** The patient as the subscriber; of another nobody tells what the patient is to them, and the words keep them. */
function subscriberOf(element: XmlElement, scope: Scope) {
  const subscriber = element.first('Subscriber');
  const isPatient = scope.actors.refer(subscriber)?.ref === 'patient';
  if (!isPatient) return {};
  const self = {
    codings: [{ system: 'http://terminology.hl7.org/CodeSystem/subscriber-relationship', code: 'self' }],
  };
  return { subscriber: read(subscriber, { ref: 'patient' }), relationship: read(subscriber, self) };
}

/** Numbers by the words for them; one of which nothing is said is the policy's own. */
function numbersOf(element: XmlElement, scope: Scope) {
  const nodes = element.elements('IDs');
  const kindOf = (node: XmlElement): string => wordOf(node.first('Type'));
  const of = (kind: RegExp) => nodes.filter((node) => kind.test(kindOf(node)));
  const groups = of(/group/);
  const subscribers = of(/subscriber|holder/).filter((node) => !groups.includes(node));
  const members = of(/member|insured/).filter(
    (node) => !groups.includes(node) && !subscribers.includes(node),
  );
  const others = nodes.filter((node) => ![...groups, ...subscribers, ...members].includes(node));
  const identifiers = (list: readonly XmlElement[]): Found<Identifier[]> | undefined => {
    const value = list.flatMap((node) => scope.actors.numbers([node]));
    return value.length > 0 ? { value, nodes: list } : undefined;
  };
  return {
    identifiers: identifiers(others),
    memberIds: identifiers(members),
    subscriberIds: identifiers(subscribers),
    classes: classesOf(groups),
  };
}

function classesOf(groups: readonly XmlElement[]): Found<CoverageClass[]> | undefined {
  const value = groups.map(
    (node): CoverageClass => compact({ kind: 'group', value: textOf(node, 'ID') } as CoverageClass),
  );
  return value.length > 0 ? { value, nodes: groups } : undefined;
}
