import type { Procedure, Reference } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { commonFields, conceptAt, periodOf, practitionersOf, reasonsOf, timeOf } from '../common.ts';
import { readConcept, wordOf } from '../datatypes.ts';
import type { Scope } from '../scope.ts';
import { type Found, given, read } from '../shelf.ts';
import { readPlanned } from './plan.ts';

const statuses: readonly (readonly [RegExp, Procedure['status']])[] = [
  [/cancel|not (done|performed)|refus|declin/, 'not-done'],
  [/in progress|ongoing|active/, 'in-progress'],
  [/stop|abort|discontinu/, 'stopped'],
  [/complet|done|perform|final/, 'completed'],
];
const planned = /order|plan|pending|schedul|recommend|request/;

/** Procedure → what was done; what is only planned is an order. */
export function readProcedure(element: XmlElement, scope: Scope): Reference | undefined {
  const code = conceptAt(element, 'Description', scope);
  const status = element.first('Status');
  const word = wordOf(status);
  if (!code) return undefined;
  if (planned.test(word)) return readPlanned(element, scope);
  const known = statuses.find(([words]) => words.test(word))?.[1];
  const isSpan = element.elements('DateTime').some((one) => one.first('DateTimeRange'));
  return scope.shelf.add('procedure', element, {
    ...commonFields(element, scope),
    status: read(status, known) ?? given(known ?? 'unknown'),
    code,
    ...(isSpan
      ? { performedPeriod: periodOf(element, scope) }
      : { performed: timeOf(element, scope, /perform|procedure|service|start/) }),
    performers: practitionersOf(element, scope),
    reasons: reasonsOf(element, scope),
    bodySites: sitesOf(element, scope),
  });
}

function sitesOf(element: XmlElement, scope: Scope): Found<NonNullable<Procedure['bodySites']>> | undefined {
  const site = element.first('Site');
  const value = readConcept(site, scope);
  return site && value && { value: [value], nodes: [site] };
}
