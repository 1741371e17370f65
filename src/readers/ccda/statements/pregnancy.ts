import type { Observation, ObservationValue, When } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { known } from '../datatypes/time.ts';
import { by, type Field, firstOf, nowhere, time } from '../fields.ts';
import { parts } from '../parts.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { isNegated, recorded } from './common.ts';
import { settleNegatedObservation } from './negated-observation.ts';
import { observation } from './observation.ts';
import { codeOr, socialHistory } from './social-history.ts';

/** The first time that is known: the guide takes the point, the start, the end, then the author's. */
const effective: Field<When> = firstOf(certain('effectiveTime'), certain('effectiveTime/high'), recorded);

function certain(path: string): Field<When> {
  const field = time(path);
  return by(path, (from, scope) => {
    const found = field.read(from, scope);
    return found && known(found.value) ? found : undefined;
  });
}

const nullFlavorSystem = 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor';

/** The value; UNK is an answer of the value set. */
const value: Field<ObservationValue> = by('value', (from, scope) => {
  const found = observation.fields.value.read(from, scope);
  const [node] = from.elements('value');
  const unknown = found?.value.absent !== undefined && node?.attributes['nullFlavor'] === 'UNK';
  return unknown
    ? { ...found, value: { concept: { codings: [{ system: nullFlavorSystem, code: 'UNK' }] } } }
    : found;
});

/** US Core requires the time: where the source has none, that is said. */
const settle = (item: Observation, element: XmlElement, scope: Scope): Observation =>
  settleNegatedObservation(timed(item), element, scope);
const timed = (item: Observation): Observation =>
  item.effective ? item : { ...item, effective: { absent: 'unknown' } };

const base: Definition<'observation'> = {
  ...socialHistory,
  elements: [],
  fields: { ...socialHistory.fields, value, effective, effectivePeriod: nowhere },
  settle,
};

/** Not pregnant: what a negated pregnancy means, and a value of US Core's pregnancy status. */
const notPregnant: ObservationValue = {
  concept: { codings: [{ system: 'http://snomed.info/sct', code: '60001007', display: 'Not pregnant' }] },
};

const isPregnancy = ({ concept }: ObservationValue): boolean =>
  concept?.codings.some(({ code }) => code === '77386006') ?? false;

/** Pregnancy Observation, also that of the supplemental templates; the due date is a component. */
export const pregnancy: Definition<'observation'> = {
  ...base,
  title: 'Pregnancy Observation',
  templates: ['2.16.840.1.113883.10.20.15.3.8', '2.16.840.1.113883.10.20.22.4.293'],
  fields: { ...base.fields, code: codeOr('82810-3', 'Pregnancy status') },
  settle: (item, element, scope) =>
    isNegated(element) && item.value && isPregnancy(item.value)
      ? timed({ ...item, value: notPregnant })
      : settle(item, element, scope),
};

/** Estimated Date of Delivery, where it is no part of a pregnancy observation: vendors hang it on the problem. */
export const dueDate: Definition<'observation'> = {
  ...observation,
  title: 'Estimated Date of Delivery',
  templates: parts.dueDate.templates,
  settle: settleNegatedObservation,
};

/** Pregnancy Intention in Next Year: the intention is stated now, whatever the mood that older releases write. */
export const pregnancyIntention: Definition<'observation'> = {
  ...base,
  title: 'Pregnancy Intention in Next Year',
  templates: ['2.16.840.1.113883.10.20.22.4.281'],
  fields: {
    ...base.fields,
    status: observation.fields.status,
    code: codeOr('86645-9', 'Pregnancy intention in the next year - Reported'),
  },
};
