import type { Concept } from '../../../record/index.ts';
import { says } from '../datatypes/concept.ts';
import { by, type Field } from '../fields.ts';
import { compilePath } from '../path.ts';
import type { Definition } from '../statement.ts';
import { isEvent, named } from './act.ts';
import { order } from './order.ts';
import { participations } from './organizer.ts';

const category: Concept = {
  codings: [{ system: 'http://snomed.info/sct', code: '3457005', display: 'Patient referral' }],
};

const models = compilePath('entryRelationship[@typeCode=SUBJ]/observation');

/** The care model: whether the specialist takes over the care or shares it. */
const details: Field<Concept[]> = by('entryRelationship[@typeCode=SUBJ]/observation/value', (from, scope) => {
  const nodes = models(from);
  const value = nodes.flatMap((one) => named('value').read(one, scope)?.value ?? []);
  return value.length > 0 ? { value, nodes } : undefined;
});

/** Patient Referral Act with whom the patient is referred to, in any mood: one that has happened is an order that was given. */
export const referral: Definition<'order'> = {
  ...order,
  title: 'Patient Referral Act',
  templates: ['2.16.840.1.113883.10.20.22.4.140'],
  elements: [],
  accepts: (element, scope) => element.name === 'act' && says(order.fields.code.read(element, scope)?.value),
  fields: {
    ...order.fields,
    intent: by('@moodCode', (from, scope) =>
      isEvent(from) ? { value: 'order', nodes: [] } : order.fields.intent.read(from, scope),
    ),
    categories: by('–', () => ({ value: [category], nodes: [] })),
    performers: by('performer | participant[@typeCode=REFT]', (from, scope) => {
      const own = order.fields.performers.read(from, scope);
      const to = participations('', 'REFT').read(from, scope);
      const value = [...(own?.value ?? []), ...(to?.value.map(({ roles: _itself, ...rest }) => rest) ?? [])];
      return value.length > 0 ? { value, nodes: [...(own?.nodes ?? []), ...(to?.nodes ?? [])] } : undefined;
    }),
    details,
  },
};
