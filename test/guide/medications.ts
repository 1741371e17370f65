import { clinicalDocument, section } from '../clinical-document.ts';
import { byHand, displayAsText, type Example, id, type Listed, reference } from './listed.ts';

/** A substanceAdministration, or an entry around it. */
const actOf = (example: string): string =>
  example
    .trim()
    .replace(/^<entry[^>]*>/, '')
    .replace(/<\/entry>$/, '');

/** What the guide's comment says that the reference resolves to. */
const narrative =
  '<text><content ID="MedicationSig_PRN_222222">2 puffs every 4-6 hours as needed</content></text>';

const medication: Pick<Example, 'document' | 'resource'> = {
  document: (example) =>
    clinicalDocument({ sections: [section('medications', [actOf(example)], narrative)] }),
  resource: (conversion) => {
    const { contained: _separately, ...resource } = conversion.only('MedicationRequest');
    return resource;
  },
};

const misplaced = 'the guide’s example puts it into timing itself, where FHIR has no such element';
const absent = [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }];
const bounds = { boundsPeriod: { start: '2012-08-06', _end: { extension: absent } } };

/** The Medication that the guide's pair contains, and ours. */
export const containedMedication: Readonly<Record<string, Listed>> = {
  id: {
    expected: 'containedMed',
    actual: 'medication',
    reason: 'the name of a contained resource is anybody’s choice',
  },
  'code.text': displayAsText('ACTUAT albuterol 0.1 MG/ACTUAT ... Spray'),
  'form.text': displayAsText('Inhalation dosing unit'),
  'manufacturer.display': {
    expected: 'Good Vaccines Inc',
    reason: 'the organisation is a resource of its own with us, so that its name stands there',
  },
  'manufacturer.reference': {
    actual: 'Organization/{id}',
    reason: 'the organisation is a resource of its own with us, so that its name stands there',
  },
  'ingredient[0].itemCodeableConcept.text': displayAsText('sodium chloride'),
  'ingredient[0].isActive': {
    actual: false,
    reason: 'the guide’s table asks for it; its example leaves it out',
  },
};

export const medications: readonly Example[] = [
  {
    source: 'pairs/CF-medications-0.xml',
    expected: 'pairs/CF-medications-1.json',
    ...medication,
    listed: {
      id: id('7fc60296-0667-4a44-86e5-4c432403532e'),
      intent: {
        expected: 'plan',
        actual: 'order',
        reason:
          'the guide’s own concept map makes an order of the mood INT; its example has the intent of EVN',
      },
      'medicationReference.reference': {
        expected: '#containedMed',
        actual: '#medication',
        reason: 'the name of a contained resource is anybody’s choice',
      },
      'subject.reference': reference('Patient/18025725', 'Patient'),
      'reasonCode[0].text': displayAsText('wheezing'),
      'dosageInstruction[0].additionalInstruction[0].text': displayAsText('Education about overdosing'),
      'dosageInstruction[0].timing.period': { expected: 4, reason: misplaced },
      'dosageInstruction[0].timing.periodMax': { expected: 6, reason: misplaced },
      'dosageInstruction[0].timing.periodUnit': { expected: 'h', reason: misplaced },
      'dosageInstruction[0].timing.repeat': {
        actual: { ...bounds, frequency: 1, period: 4, periodMax: 6, periodUnit: 'h' },
        reason: `${misplaced}; it leaves out the bounds, which its table asks for`,
      },
      'dosageInstruction[0].asNeededCodeableConcept.coding[0].display': {
        expected: 'wheezing',
        actual: 'Wheezing',
        reason: 'the source writes it with a capital',
      },
      'dosageInstruction[0].asNeededCodeableConcept.text': displayAsText('Wheezing'),
      'dosageInstruction[0].route.coding[0].system': {
        expected: 'http://ncithesaurus-stage.nci.nih.gov',
        actual: 'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl',
        reason: 'HL7’s URI of the NCI Thesaurus, which the same example has for the form',
      },
      'dosageInstruction[0].route.text': displayAsText('Oral Route of Administration'),
      dispenseRequest: {
        expected: {
          numberOfRepeatsAllowed: 1,
          validityPeriod: { end: '2012-11-06' },
          quantity: { value: 3 },
        },
        reason:
          'the source’s supply is a dispense that happened (EVN, Medication Dispense): it becomes a MedicationDispense',
      },
      requester: {
        actual: { extension: absent, display: 'Unknown' },
        reason: 'US Core requires a requester of an order; the source’s author is empty',
      },
    },
  },
  {
    source: 'fragments/CF-medication.xml',
    expected: 'fragments/CF-medication.json',
    ...medication,
    listed: {
      id: id('CF-medication'),
      'medicationCodeableConcept.text': displayAsText('albuterol 0.1 MG Inhalation Powder'),
      'subject.reference': reference('Patient/CF-patient', 'Patient'),
      'dosageInstruction[0].sequence': { expected: 1, reason: byHand },
      'dosageInstruction[0].asNeededBoolean': { expected: false, reason: byHand },
      'dosageInstruction[0].timing': {
        actual: { repeat: bounds },
        reason: 'the guide’s example leaves out the bounds, which its table asks for',
      },
      requester: {
        expected: { reference: 'PractitionerRole/ccda-practitionerrole-example' },
        reason: 'the source has no author, from whom alone the guide’s table takes the requester',
      },
      performer: {
        actual: { reference: 'Organization/{id}' },
        reason:
          'the source’s performer performs; his number is a placeholder, so that his organisation stands for him',
      },
    },
  },
];
