import type { Observation, Period, When } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readWhen } from '../datatypes/time.ts';
import { by, type Field, period, time } from '../fields.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { settleNegatedObservation } from './negated-observation.ts';
import { codeOr, socialHistory } from './social-history.ts';

/** Whether the time is a span with an end that is known. */
function hasEnd(from: XmlElement, scope: Scope): boolean {
  const high = from.first('effectiveTime')?.first('high');
  return (high && readWhen(high, scope)?.value) !== undefined;
}

/** When the status was so: a span without a known end is its start, as US Core asks for a point. */
const effective: Field<When> = by('effectiveTime', (from, scope) =>
  hasEnd(from, scope) ? undefined : time('effectiveTime').read(from, scope),
);
const effectivePeriod: Field<Period> = by('effectiveTime', (from, scope) =>
  hasEnd(from, scope) ? period('effectiveTime').read(from, scope) : undefined,
);

/** Smoking Status - Meaningful Use, and the Smoking Status that it became. */
export const smokingStatus: Definition<'observation'> = {
  ...socialHistory,
  title: 'Smoking Status',
  templates: ['2.16.840.1.113883.10.20.22.4.78'],
  elements: [],
  fields: {
    ...socialHistory.fields,
    code: codeOr('72166-2', 'Tobacco smoking status'),
    effective,
    effectivePeriod,
  },
  settle: (item, element, scope) => settleNegatedObservation(settleTime(item), element, scope),
};

/** US Core requires the time: where the source has none, that is said. */
const settleTime = (item: Observation): Observation =>
  item.effective || item.effectivePeriod ? item : { ...item, effective: { absent: 'unknown' } };

/** Tobacco Use. */
export const tobaccoUse: Definition<'observation'> = {
  ...socialHistory,
  title: 'Tobacco Use',
  templates: ['2.16.840.1.113883.10.20.22.4.85'],
  elements: [],
  fields: { ...socialHistory.fields, code: codeOr('11367-0', 'History of tobacco use') },
};
