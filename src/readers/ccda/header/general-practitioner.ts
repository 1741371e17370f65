import type { Concept, Document, Patient } from '../../../record/index.ts';

/** The codes of a primary care provider: ParticipationFunction, and C-CDA's older table of provider roles. */
const primaryCare: Readonly<Record<string, readonly string[]>> = {
  PCP: ['http://terminology.hl7.org/CodeSystem/v3-ParticipationFunction'],
  PP: ['http://terminology.hl7.org/CodeSystem/v2-0443'],
};

const isPrimaryCare = ({ codings }: Concept): boolean =>
  codings.some(
    ({ system = '', code = '' }) => Object.hasOwn(primaryCare, code) && primaryCare[code]?.includes(system),
  );

/** Who cares for the patient in general: the performers whom documentationOf/serviceEvent names so. */
export function generalPractitionersOf({ events = [] }: Document): Pick<Patient, 'generalPractitioners'> {
  const performers = events.flatMap((event) => event.performers ?? []);
  const found = performers
    .filter(({ roles = [] }) => roles.some(isPrimaryCare))
    .flatMap(({ who }) => who ?? []);
  const unique = [...new Map(found.map((one) => [one.ref, one])).values()].filter(({ ref }) =>
    /^(practitioner|organization)/.test(ref),
  );
  return unique.length > 0 ? { generalPractitioners: unique } : {};
}
