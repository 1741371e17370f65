import { clinicalDocument, section } from '../clinical-document.ts';
import { displayAsText, type Example, id, reference } from './listed.ts';

/** A substanceAdministration, or an entry around it. */
const actOf = (example: string): string =>
  example
    .trim()
    .replace(/^<entry[^>]*>/, '')
    .replace(/<\/entry>$/, '');

/** What a reference of the examples resolves to. */
const narrative = '<text><content ID="ImmunizationProduct_100">Influenza Virus Vaccine</content></text>';

const immunization: Pick<Example, 'document' | 'resource'> = {
  document: (example) =>
    clinicalDocument({ sections: [section('immunizations', [actOf(example)], narrative)] }),
  resource: (conversion) => conversion.only('Immunization'),
};

const ownOrganization = 'the organisation is a resource of its own with us, so that its name stands there';

export const immunizations: readonly Example[] = [
  {
    source: 'pairs/CF-immunizations-0.xml',
    expected: 'pairs/CF-immunizations-1.json',
    ...immunization,
    listed: {
      id: id('2b622767-4560-46ba-a1ac-58092fcdcdda'),
      'vaccineCode.text': {
        expected: 'Influenza virus vaccine',
        actual: 'Influenza Virus Vaccine',
        reason: 'the source’s words, as the guide’s fragment of the same example has them',
      },
      'doseQuantity.system': {
        expected: 'http://unitofmeasure.org',
        actual: 'http://unitsofmeasure.org',
        reason: 'the guide’s example misspells the URI of UCUM',
      },
      'performer[0].actor.reference': reference(
        'PractitionerRole/AmandaAtGoodHealthClinics',
        'PractitionerRole',
      ),
      'reasonCode[0].text': displayAsText('asthma'),
      'manufacturer.display': { expected: 'Health LS - Immuno Inc.', reason: ownOrganization },
      'manufacturer.reference': { actual: 'Organization/{id}', reason: ownOrganization },
      'site.text': displayAsText('Muscle and/or tendon structure of upper limb'),
      'route.coding[0].system': {
        expected: 'http://ncithesaurus-stage.nci.nih.gov',
        actual: 'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl',
        reason: 'HL7’s URI of the NCI Thesaurus, which the guide’s medication has for its form',
      },
      'route.text': displayAsText('Intramuscular Route of Administration'),
      'patient.reference': reference('Patient/6581e92eb6ff5dadc088eae5', 'Patient'),
      'reaction[0].detail.reference': reference('Observation/WithCode247472004Wheal', 'Observation'),
    },
  },
  {
    source: 'pairs/CF-immunizations-2.xml',
    expected: 'pairs/CF-immunizations-3.json',
    ...immunization,
    listed: {
      id: id('f122ceadccaa4a9accdc117634a89dda'),
      'vaccineCode.text': {
        actual: 'hepatitis B vaccine',
        reason: 'the source’s own words, which the guide’s example leaves out',
      },
      'patient.reference': reference('Patient/fff', 'Patient'),
      'statusReason.text': displayAsText('patient objection'),
    },
  },
  {
    source: 'fragments/CF-immunization.xml',
    expected: 'fragments/CF-immunization.json',
    ...immunization,
    listed: {
      id: id('CF-immunization'),
      'vaccineCode.coding[0].display': {
        expected: 'influenza virus vaccine, unspecified formulation',
        actual: 'Influenza virus vaccine',
        reason: 'the source’s display; the guide’s example has the code system’s',
      },
      'patient.reference': reference('Patient/CF-patient', 'Patient'),
      'performer[0].actor.reference': reference(
        'PractitionerRole/ccda-practitionerrole-example',
        'PractitionerRole',
      ),
      'performer[0].function': {
        actual: {
          coding: [
            {
              system: 'http://terminology.hl7.org/CodeSystem/v2-0443',
              code: 'AP',
              display: 'Administering Provider',
            },
          ],
        },
        reason: 'the guide’s table and its pair ask for the function; its fragment leaves it out',
      },
    },
  },
];
