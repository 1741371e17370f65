import type { XmlElement } from '../../xml/element.ts';
import { readIdentifiers } from '../datatypes/identifier.ts';
import { by } from '../fields.ts';
import { hasTemplate } from '../path.ts';
import type { Definition } from '../statement.ts';
import { moodOf } from './act.ts';
import { order } from './order.ts';

/** The Authorization Activity around what it authorises. */
function authorizationOf(element: XmlElement): XmlElement | undefined {
  const above = element.parent?.parent;
  const isOne = above?.name === 'act' && hasTemplate(above, ['2.16.840.1.113883.10.20.1.19']);
  return isOne ? above : undefined;
}

/** What an insurer promises to pay: a plan, with the number of the authorisation and the policy that pays. */
export const authorized: Definition<'order'> = {
  ...order,
  title: 'Authorization Activity',
  templates: [],
  matches: (element) => authorizationOf(element) !== undefined,
  accepts: (element, scope) => moodOf(element) !== 'EVN' && (order.accepts?.(element, scope) ?? true),
  fields: {
    ...order.fields,
    identifiers: by('id | ../../id', (from, scope) => {
      const around = authorizationOf(from);
      const found = [from, around].flatMap((one) => (one && readIdentifiers(one, scope)) ?? []);
      return found.length > 0
        ? { value: found.flatMap(({ value }) => value), nodes: found.flatMap(({ nodes }) => nodes) }
        : undefined;
    }),
    insurances: by('../../../..', (from, scope) => {
      const policy = authorizationOf(from)?.parent?.parent;
      const ref = policy ? `coverage/${scope.collector.keyOf(policy)}` : '';
      return policy && scope.collector.has(ref) ? { value: [{ ref }], nodes: [] } : undefined;
    }),
  },
};
