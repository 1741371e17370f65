import type { Observation, ObservationComponent } from '../../../record/index.ts';
import type { PressurePair } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { by, nowhere } from '../fields.ts';
import { hasTemplate } from '../path.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { type Combination, combinationOf, hasCode } from './combined-vital.ts';
import { combinedFields } from './combined-vital-fields.ts';
import { componentsOf, organizerOf } from './organizer.ts';
import { componentNodes, componentOf, isVitalSign, vitalSign } from './vital-sign.ts';

type Pressure = Extract<Combination, { kind: 'pressure' }>;

const pressureOf = (from: XmlElement, scope: Scope): Pressure | undefined => {
  const found = combinationOf(from, scope);
  return found?.kind === 'pressure' ? found : undefined;
};

/** Average Blood Pressure Organizer: it is the panel of its two readings. */
const isPanel = (organizer: XmlElement): boolean =>
  organizer.name === 'organizer' &&
  (hasTemplate(organizer, ['2.16.840.1.113883.10.20.22.4.512']) ||
    hasCode(organizer, ['96607-7', '85354-9']));

/** The reading that stands for the panel. */
const leadOf = (organizer: XmlElement, scope: Scope): XmlElement | undefined =>
  componentsOf(organizer, 'observation').find((one) => isReading(one, scope));

const isReading = (element: XmlElement, scope: Scope): boolean =>
  pressureOf(element, scope) !== undefined && isVitalSign(element, scope);

/** The two readings, and the organizer that is their panel. */
function elementsOf(stated: XmlElement, scope: Scope): readonly XmlElement[] {
  const reading = isPanel(stated) ? leadOf(stated, scope) : stated;
  const { elements = [] } = (reading && pressureOf(reading, scope)) ?? {};
  const organizer = elements[0] && organizerOf(elements[0]);
  const isWhole = organizer && isPanel(organizer) && leadOf(organizer, scope) === reading;
  return isWhole ? [...elements, organizer] : elements;
}

/** Both pressures; FHIR wants both, so that one without the other says that the other is not known. */
function readComponents({ pair, elements }: Pressure, scope: Scope): ObservationComponent[] {
  return (['systolic', 'diastolic'] as const).map((part) => {
    const reading = elements.find((one) => hasCode(one, [pair[part].code]));
    return reading ? componentOf(reading, scope) : missing(pair[part]);
  });
}

const missing = (code: PressurePair['systolic']): ObservationComponent => ({
  code: { codings: [{ system: 'http://loinc.org', ...code }] },
  value: { absent: 'unknown' },
});

/** Two Vital Sign Observations, systolic and diastolic, as one blood pressure (CF-vitals). */
export const bloodPressure: Definition<'observation'> = {
  ...vitalSign,
  title: 'Vital Sign Observation: blood pressure',
  elements: ['observation', 'organizer'],
  matches: (element, scope) =>
    isPanel(element) ? leadOf(element, scope) !== undefined : isReading(element, scope),
  together: elementsOf,
  fields: {
    ...combinedFields(elementsOf),
    code: by('code', (from, scope) => {
      const pressure = pressureOf(from, scope);
      return (
        pressure && {
          value: { codings: [{ system: 'http://loinc.org', ...pressure.pair.panel }] },
          nodes: [],
        }
      );
    }),
    value: nowhere,
    interpretations: nowhere,
    referenceRanges: nowhere,
    components: by('code | value | interpretationCode | referenceRange', (from, scope) => {
      const pressure = pressureOf(from, scope);
      return (
        pressure && {
          value: readComponents(pressure, scope),
          nodes: pressure.elements.flatMap((one) => componentNodes(one)),
        }
      );
    }),
  },
  structure: ['code', 'component'],
  settle: (item, element, scope) => vitalSign.settle?.(item as Observation, element, scope) ?? item,
};
