import type { Patient, TribalAffiliation } from '../../../record/index.ts';
import { concept } from '../datatypes/concept.ts';
import { everyField } from '../every-field.ts';
import type { Extension } from '../fhir-types.ts';

const usCore = 'http://hl7.org/fhir/us/core/StructureDefinition';

/** US Core's extensions of what a social history says of the patient: birth sex, sex, gender identity, tribe. */
export function sexAndGender(person: Patient): Extension[] {
  const { birthSex, sex, genderIdentities = [], tribalAffiliations = [] } = person;
  return [
    ...(birthSex ? [{ url: `${usCore}/us-core-birthsex`, valueCode: birthSex }] : []),
    ...(sex ? [{ url: `${usCore}/us-core-sex`, valueCode: sex }] : []),
    ...genderIdentities.map((identity) => ({
      url: `${usCore}/us-core-genderIdentity`,
      valueCodeableConcept: concept(identity),
    })),
    ...tribalAffiliations.map(tribalAffiliation),
  ];
}

function tribalAffiliation({ tribe, enrolled, ...rest }: TribalAffiliation): Extension {
  everyField(rest);
  const parts = [
    { url: 'tribalAffiliation', valueCodeableConcept: concept(tribe) },
    enrolled === undefined ? undefined : { url: 'isEnrolled', valueBoolean: enrolled },
  ];
  return {
    url: `${usCore}/us-core-tribal-affiliation`,
    extension: parts.filter((part) => part !== undefined),
  };
}
