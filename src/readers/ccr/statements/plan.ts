import type { Concept, Order, Reference } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { commonFields, conceptAt, periodOf, practitionersOf, reasonsOf, timeOf } from '../common.ts';
import { wordOf } from '../datatypes.ts';
import type { Scope } from '../scope.ts';
import { type Found, given } from '../shelf.ts';

const statuses: readonly (readonly [RegExp, Order['status']])[] = [
  [/cancel|reject|declin|discontinu|not (done|performed)/, 'revoked'],
  [/on hold/, 'on-hold'],
  [/complet|done|performed/, 'completed'],
  [/active|order|pend|plan|schedul|request|recommend|approv/, 'active'],
];

/** What an order of a CCR may hold that is something to be done, by its list. */
const deeds = [
  ['Procedures', 'Procedure'],
  ['Services', 'Service'],
  ['Encounters', 'Encounter'],
] as const;

/** Plan → an order for each thing that is to be done; drugs, vaccines and goals stay words. */
export function readPlan(plan: XmlElement, scope: Scope): readonly Reference[] {
  const requests = plan.elements('OrderRequest');
  const found = requests.flatMap((request) => {
    const things = deeds.flatMap(([list, name]) =>
      request.elements(list).flatMap((one) => one.elements(name)),
    );
    return things.length > 0 ? things : [request];
  });
  return (requests.length > 0 ? found : [plan]).flatMap((one) => readPlanned(one, scope, plan) ?? []);
}

/** Something that is to be done: never that it was. */
export function readPlanned(element: XmlElement, scope: Scope, plan = element): Reference | undefined {
  const code = conceptAt(element, 'Description', scope) ?? conceptAt(element, 'Type', scope);
  if (!code || /^(no|none)\b/.test(wordsOf(code))) return undefined;
  const own = commonFields(element, scope);
  const isSpan = element.elements('DateTime').some((one) => one.first('DateTimeRange'));
  return scope.shelf.add('order', element, {
    ...own,
    authors: own.authors ?? commonFields(plan, scope).authors,
    status: statusOf([element, element.parent?.parent, plan]),
    intent: given('plan'),
    code,
    ...(isSpan
      ? { occurrencePeriod: periodOf(element, scope) }
      : { occurrence: timeOf(element, scope, /plan|schedul|order|start|request/) }),
    performers: practitionersOf(element, scope),
    reasons: reasonsOf(element, scope),
  });
}

const wordsOf = ({ value }: Found<Concept>): string => (value.text ?? '').trim().toLowerCase();

/** The status of the thing, of its order, of the plan: the first that says one. */
function statusOf(from: readonly (XmlElement | undefined)[]): Found<Order['status']> {
  for (const status of from.map((one) => one?.first('Status'))) {
    const known = statuses.find(([words]) => words.test(wordOf(status)))?.[1];
    if (status && known) return { value: known, nodes: [status] };
  }
  return given('unknown');
}
