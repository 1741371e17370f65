import { by } from '../fields.ts';
import type { Definition } from '../statement.ts';
import { isEvent } from './act.ts';
import { observation } from './observation.ts';
import { saysAnything } from './organizer.ts';
import { innerFields, settleValue } from './result.ts';

/** Assessment Scale Observation; its Supporting Observations are members, as each has an id and a time of its own. */
export const assessment: Definition<'observation'> = {
  ...observation,
  title: 'Assessment Scale Observation',
  templates: ['2.16.840.1.113883.10.20.22.4.69', '2.16.840.1.113883.10.20.22.4.86'],
  accepts: (element, scope) =>
    element.name === 'observation' && isEvent(element) && saysAnything(element, scope),
  fields: { ...innerFields, categories: by('templateId', () => ({ value: ['survey'], nodes: [] })) },
  structure: [],
  settle: settleValue,
};
