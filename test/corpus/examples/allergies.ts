import type { Area } from './area.ts';
import { absent, count, is, none } from './expectation.ts';

const concern = { clinicalStatus: 'active', 'recorder.practitioner.name': 'Henry Seven' };

export const allergies: Area = {
  'Allergy to food egg': [
    is('AllergyIntolerance', {
      ...concern,
      code: ['102263004', 'Egg'],
      type: 'allergy',
      category: 'food',
      onsetDateTime: '1998',
      recordedDate: '2014-01-04',
      'reaction.manifestation': '247472004',
      'reaction.severity': 'moderate',
    }),
  ],
  'Allergy to latex': [
    is('AllergyIntolerance', {
      ...concern,
      code: '111088007',
      onsetDateTime: '2014-01-03',
      'reaction.manifestation': '39579001',
      'reaction.severity': 'severe',
      verificationStatus: absent,
    }),
  ],
  'Allergy to specific drug Codeine': [
    is('AllergyIntolerance', {
      ...concern,
      code: ['2670', 'Codeine'],
      type: 'intolerance',
      category: 'medication',
      onsetDateTime: '2010-03-15',
      'reaction.onset': ['2012-01-29', '2010-03-15'],
      'reaction.severity': ['severe', 'mild'],
    }),
    is('Provenance', { 'agent.type': 'informant', 'agent.who.reference': /./ }),
  ],
  'Allergy to specific drug Penicillin': [
    is('AllergyIntolerance', { ...concern, code: '7980', type: 'allergy', onsetDateTime: '2006' }),
  ],
  'Allergy to specific drug class Penicillins': [
    is('AllergyIntolerance', {
      ...concern,
      code: ['764146007', 'Penicillins (drug class)'],
      category: 'medication',
      'reaction.manifestation': '39579001',
    }),
  ],
  'Free-text Allergy to clinical trial drug': [
    is('AllergyIntolerance', {
      code: ['C95733', 'talazoparib'],
      type: 'intolerance',
      onsetDateTime: '2018-04-01',
      'extension.valueDateTime': '2018-04-01',
      'reaction.manifestation': '267036007',
    }),
  ],
  'No Known Allergies': [
    is('AllergyIntolerance', {
      code: '716186003',
      clinicalStatus: 'active',
      verificationStatus: absent,
      recordedDate: '2010-01-03',
      reaction: absent,
    }),
    none('AllergyIntolerance', { code: '419199007' }),
  ],
  'No Known Medication Allergies': [
    is('AllergyIntolerance', { code: '409137002', category: 'medication', recordedDate: '2010-01-03' }),
    none('AllergyIntolerance', { code: '416098002' }),
  ],
  'No Section Information Allergies': [
    is('Composition', { 'section.emptyReason': 'unavailable', 'section.title': 'ALLERGIES' }),
    none('AllergyIntolerance'),
  ],
  'Not Allergic to Peanuts': [
    is('AllergyIntolerance', {
      code: '762952008',
      verificationStatus: 'refuted',
      clinicalStatus: 'inactive',
      category: 'food',
      onsetDateTime: '2006',
    }),
    none('AllergyIntolerance', { clinicalStatus: 'active' }),
  ],
  'Withdrawn Allergy to specific drug Epinephrine': [
    // The second reaction stands in the concern, beside the allergy: it is no allergy of its own.
    count('AllergyIntolerance', 1),
    is('AllergyIntolerance', {
      ...concern,
      code: '3992',
      'reaction.manifestation': ['25569003', '26079004'],
      'reaction.severity': ['severe', 'moderate'],
    }),
  ],
};
