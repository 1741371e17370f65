import type { Listed } from './listed.ts';

/** What our output lacks of Newman's sheet, by document and by where that document states it. */
export const newmanMisses: Readonly<Record<string, Listed>> = {
  'Afoundria/Newman__Alicia_Jones.xml': {
    coded: 'ability 105504002; ability 48167000',
    otherwise:
      'visit; allergy 7980: start; allergy 733: start; medication 209459: route, asNeeded; medication 731241: route, every; problem 83986005: start; problem 236578006: start; problem 386661006: start; diagnosis 386661006: recorded; vaccine 88: maker, lot; vaccine 106: maker, lot; vaccine 166: maker, statusReason; observation 8302-2: start; observation 29463-7: start; observation 8462-4: start; observation 8480-6: start; observation 8867-4: start; observation 59408-5: start; observation 8310-5: start; observation 9279-1: start; smoking 449868002: start; procedure 56251003: start, site; procedure 175135009: start, site; panel 24357-6; planned 24357-6; observation 5811-5: range; observation 5803-2: range',
    nowhere: 'person Matthew Newman; person Rick Holler; observation 3150-0',
  },
  'Afoundria/Referral for Newman, Alicia Jones.xml': {
    otherwise:
      'allergy 7980: start; allergy 733: start; medication 209459: route, asNeeded; medication 731241: route, every; problem 83986005: start; problem 236578006: start; problem 386661006: start; diagnosis 386661006: recorded; vaccine 88: maker, lot; vaccine 106: maker, lot; vaccine 166: maker, statusReason; observation 8302-2: start; observation 29463-7: start; observation 8462-4: start; observation 8480-6: start; observation 8867-4: start; observation 59408-5: start; observation 8310-5: start; observation 9279-1: start; smoking 449868002: start; procedure 56251003: start, site; procedure 175135009: start, site; panel 24357-6; planned 24357-6; observation 5811-5: range; observation 5803-2: range',
    narrative: 'visit',
    nowhere:
      'person Matthew Newman; person Rick Holler; observation 3150-0; device; ability 105504002; ability 48167000',
  },
  'Agastha/195352.xml': {
    coded:
      'problem 59621000: status; problem 83986005: status; problem 236578006: status; problem 386661006: status',
    otherwise:
      'patient: mobile, home; medication 209459: end, asNeeded; medication 731241: route, every; problem 59621000: start; problem 238131007: end; vaccine 88: maker, lot; vaccine 106: maker, lot; vaccine 166: maker; procedure 56251003: site; procedure 175135009: site; planned 24357-6',
    nowhere: 'person Rick Holler',
  },
  'Allscripts Professional/Referral Summary (2015 Edition Referral Note)-Community Health Hospitals....xml': {
    otherwise:
      'diagnosis 386661006: category; vaccine 88: maker; vaccine 106: maker; vaccine 166: maker; smoking 449868002: start',
    narrative: 'procedure 56251003; procedure 175135009; panel 24357-6; planned 24357-6; ability 105504002',
    nowhere: 'person Matthew Newman; person Rick Holler; medication 731241; observation 3150-0',
  },
  'Allscripts Sunrise/C-CDA_401700201_20160902122201_Newman_Alice.xml': {
    coded: 'problem 238131007: end',
    otherwise:
      'person Tracy Davis; medication 731241: route, every; vaccine 166: maker, start, statusReason; observation 8302-2: start; observation 29463-7: start; observation 8462-4: start; observation 8480-6: start; observation 8867-4: start; observation 59408-5: start; observation 8310-5: start; observation 9279-1: start; procedure 56251003: site; procedure 175135009: site; ability 105504002: start',
    narrative: 'observation 3150-0',
    nowhere:
      'narrative plan: follow-up; narrative concern: sickness; narrative concern: weight; narrative referral',
  },
  'Allscripts TouchWorks/Allscripts TW Alice rn.xml': {
    coded: 'panel 24357-6',
    otherwise:
      'patient: mobile, home; allergy 7980: start, manifestation, severity; medication 209459: start, end, asNeeded; medication 731241: start, route; problem 386661006: start; diagnosis 386661006: category, recorded; vaccine 166: maker, start; smoking 449868002: start; procedure 56251003: start, site; procedure 175135009: start, site; planned 24357-6; ability 105504002: start',
    narrative: 'allergy 733; vaccine 88; observation 3150-0',
    nowhere:
      'person Matthew Newman; person Rick Holler; vaccine 106; observation 8302-2; observation 29463-7; observation 8462-4; observation 8480-6; observation 8867-4; observation 59408-5; observation 8310-5; observation 9279-1; observation 5778-6; observation 5767-9; observation 5811-5; observation 5803-2; observation 5792-7; observation 5797-6; observation 5804-0; narrative plan: follow-up; narrative concern: sickness; narrative concern: weight',
  },
  'Allscripts TouchWorks/xdr1-sample1-ccd.xml': {
    coded:
      'problem 386661006: start; diagnosis 386661006: recorded; panel 24357-6; observation 5803-2: value',
    otherwise:
      'patient: mobile, home; allergy 7980: start, manifestation, severity; medication 209459: start, end, asNeeded; medication 731241: start, route; vaccine 166: maker, start; observation 8302-2: start; observation 8462-4: start; observation 8480-6: start; observation 8867-4: start; observation 8310-5: start; smoking 449868002: start; procedure 56251003: start, site; procedure 175135009: start, site; planned 24357-6; observation 5778-6: start; observation 5767-9: start; observation 5811-5: range, start; observation 5803-2: range, start; observation 5792-7: start; observation 5797-6: start; observation 5804-0: start; ability 105504002: start',
    narrative:
      'allergy 733; vaccine 88; observation 29463-7: start; observation 59408-5; observation 3150-0; observation 9279-1',
    nowhere:
      'person Matthew Newman; person Rick Holler; vaccine 106; narrative plan: follow-up; narrative concern: sickness; narrative concern: weight; narrative referral',
  },
  'Carefluence/Newman_Alice_1_Ambulatory.xml': {
    otherwise:
      'patient: birthDate, street, mobile, home; allergy 7980; allergy 733; medication 209459: asNeeded; planned 24357-6: start',
    nowhere: 'medication 731241; observation 3150-0; device',
  },
  'Equicare/Health Information Summary for Alice Newman [2016-09-07_10-58-56_154] (1).xml': {
    otherwise: 'medication 209459: asNeeded; panel 24357-6',
    nowhere: 'medication 731241; observation 3150-0; device',
  },
  'Freedom Medical/NEWMAN_ALICE_JONES_1000_05-01-1970.52306.xml': {
    coded: 'medication 731241: dose; observation 5803-2: value',
    otherwise:
      'medication 209459: dose, asNeeded; medication 731241: route; vaccine 88; vaccine 106: maker; vaccine 166: maker; procedure 56251003: site; procedure 175135009: site; planned 24357-6; observation 5811-5: range; observation 5804-0: value; narrative plan: chest X-ray',
    nowhere: 'person Matthew Newman; person Rick Holler; narrative plan: EKG; narrative concern: weight',
  },
  'MDLogic/ContinuityOfCareDocument_MUNewAli_20170601-145612.xml': {
    otherwise:
      'medication 209459: end, asNeeded; vaccine 88: maker, lot; vaccine 106: maker, lot; vaccine 166: maker, status, statusReason; procedure 56251003: site; procedure 175135009: site; panel 24357-6: start; planned 24357-6; observation 5778-6: start; observation 5767-9: start; observation 5811-5: start; observation 5803-2: start; observation 5792-7: start; observation 5797-6: start; observation 5804-0: start; ability 105504002: start; ability 48167000: start',
    nowhere:
      'person Tracy Davis; person Matthew Newman; person Rick Holler; observation 3150-0; smoking 449868002; narrative concern: sickness',
  },
  'MedConnect/ALICE NEWMAN_20170924183057_RN.xml': {
    coded: 'problem 238131007: status',
    otherwise:
      'patient: mobile, home; medication 209459: dose, end, route, asNeeded; medication 731241: dose, route, every; problem 238131007: end; vaccine 88: maker; vaccine 106: maker; vaccine 166: maker; observation 8302-2: start; observation 29463-7: start; observation 8462-4: start; observation 8480-6: start; observation 8867-4: start; observation 59408-5: start; observation 3150-0: start; observation 8310-5: start; observation 9279-1: start; smoking 449868002: start; procedure 56251003: site; procedure 175135009: site; panel 24357-6; planned 24357-6: start; observation 5811-5: range; observation 5803-2: range',
    nowhere:
      'person Albert Davis; person Tracy Davis; person Matthew Newman; person Rick Holler; narrative goal: fever; narrative goal: energy; narrative concern: sickness; narrative concern: weight',
  },
  'MedConnect/ALICE NEWMAN_20170924183126_CCD.xml': {
    coded: 'problem 238131007: status',
    otherwise:
      'patient: mobile, home; medication 209459: dose, end, route, asNeeded; medication 731241: dose, route, every; problem 238131007: end; vaccine 88: maker; vaccine 106: maker; vaccine 166: maker; observation 8302-2: start; observation 29463-7: start; observation 8462-4: start; observation 8480-6: start; observation 8867-4: start; observation 59408-5: start; observation 3150-0: start; observation 8310-5: start; observation 9279-1: start; smoking 449868002: start; procedure 56251003: site; procedure 175135009: site; panel 24357-6; planned 24357-6: start; observation 5811-5: range; observation 5803-2: range',
    nowhere:
      'person Albert Davis; person Tracy Davis; person Matthew Newman; person Rick Holler; narrative goal: fever; narrative goal: energy; narrative concern: sickness; narrative concern: weight',
  },
  'Medical Office Technologies/5597_12_ReferralNote.xml': {
    coded:
      'visit; allergy 7980: status; allergy 733: status; problem 59621000: status; problem 83986005: status; problem 236578006: status; problem 386661006: status',
    otherwise:
      'patient: formerGiven; person Tracy Davis; allergy 7980: severity; allergy 733: severity; medication 209459: dose, asNeeded; medication 731241; problem 83986005: start; vaccine 88: maker, start; vaccine 106: maker, start; vaccine 166: maker, start, statusReason; procedure 56251003: start, site; procedure 175135009: start, site; panel 24357-6; planned 24357-6: start',
    nowhere: 'person Matthew Newman; person Rick Holler; device; narrative concern: weight',
  },
  'Medical Office Technologies/CDA-E1-6-22-2015.xml': {
    coded:
      'problem 59621000: status; problem 83986005: status; problem 236578006: status; problem 386661006: status',
    otherwise:
      'patient: formerGiven; person Tracy Davis; visit; medication 209459: dose, asNeeded; medication 731241; problem 83986005: start; diagnosis 386661006: category; panel 24357-6; planned 24357-6: start',
    nowhere:
      'person Matthew Newman; person Rick Holler; allergy 7980; allergy 733; vaccine 88; vaccine 106; vaccine 166; procedure 56251003; procedure 175135009; observation 5778-6; observation 5767-9; observation 5811-5; observation 5803-2; observation 5792-7; observation 5797-6; observation 5804-0; device; ability 105504002; ability 48167000; narrative concern: weight; narrative referral',
  },
  'Navigating Cancer/AliceNewman_DirectMessage_FullRecord.xml': {
    coded: 'diagnosis 386661006: recorded; panel 24357-6',
    otherwise:
      'visit; medication 209459: dose, asNeeded; medication 731241: dose, every; vaccine 88; vaccine 106: maker, lot; vaccine 166: maker, statusReason; planned 24357-6',
    nowhere:
      'person Albert Davis; person Tracy Davis; person Matthew Newman; person Rick Holler; ability 105504002; ability 48167000; narrative plan: clindamycin',
  },
  'NextGen/AliceNewmanCCD.xml': {
    coded:
      'problem 59621000: status; problem 83986005: status; problem 236578006: status; problem 386661006: status',
    otherwise:
      'medication 209459: asNeeded; diagnosis 386661006: category; vaccine 88; vaccine 106: maker; vaccine 166: maker, statusReason; procedure 56251003; procedure 175135009',
    nowhere: 'narrative concern: sickness',
  },
  'NextGen/AliceNewmanRN.xml': {
    coded:
      'problem 59621000: status; problem 83986005: status; problem 236578006: status; problem 386661006: status',
    otherwise:
      'medication 209459: asNeeded; diagnosis 386661006: category; vaccine 88; vaccine 106: maker; vaccine 166: maker, statusReason; procedure 56251003; procedure 175135009',
    nowhere: 'narrative concern: sickness',
  },
  'Practice Fusion/AliceNewmanApi.xml': {
    otherwise:
      'patient: ethnicity; allergy 7980: manifestation, severity; allergy 733: manifestation, severity; medication 209459: dose, end, route, asNeeded; medication 731241: dose, route, every; vaccine 88: maker, lot; vaccine 106: maker; vaccine 166: maker, statusReason; smoking 449868002: start; procedure 56251003: site; procedure 175135009: site; panel 24357-6; planned 24357-6: start; observation 5811-5: range; observation 5803-2: range',
    nowhere: 'person Matthew Newman; person Rick Holler',
  },
  'Practice Fusion/Referral_Note_Newman_Alice_Jones_19700501_5970dfdd-fe04-47bb-9548-a90da78d3c0f.xml': {
    otherwise:
      'patient: ethnicity; allergy 7980: manifestation, severity; allergy 733: manifestation, severity; medication 209459: dose, end, route, asNeeded; medication 731241: dose, route, every; vaccine 88: maker, lot; vaccine 106: maker; vaccine 166: maker, statusReason; smoking 449868002: start; procedure 56251003: site; procedure 175135009: site; panel 24357-6; planned 24357-6: start; observation 5811-5: range; observation 5803-2: range',
    nowhere: 'person Matthew Newman; person Rick Holler',
  },
  'Sophrona Solutions/PatientCCD (12).xml': {
    coded: 'visit; allergy 7980: start; allergy 733: start; problem 238131007: end',
    otherwise:
      'patient: formerGiven; medication 209459: end, route, asNeeded; medication 731241: route; problem 59621000: start; vaccine 88; vaccine 106: lot; vaccine 166: statusReason; observation 8302-2: start; observation 29463-7: start; observation 8462-4: start; observation 8480-6: start; observation 8867-4: start; observation 59408-5: start; observation 3150-0: start; observation 8310-5: start; observation 9279-1: start; smoking 449868002: start; planned 24357-6',
    nowhere:
      'person Matthew Newman; person Rick Holler; ability 105504002; ability 48167000; narrative plan: chest X-ray; narrative referral',
  },
  'iPatientCare/0_Newman_Alice.xml': {
    coded:
      'allergy 7980: start; allergy 733: start; problem 59621000: status; problem 83986005: status; problem 236578006: status; problem 386661006: status',
    otherwise:
      'medication 209459: end, asNeeded; medication 731241: route, every; vaccine 88; vaccine 106: maker, lot; vaccine 166: maker, status, statusReason; smoking 449868002: start; procedure 175135009; planned 24357-6; observation 5811-5: range; observation 5803-2: range',
    narrative: 'ability 105504002; ability 48167000',
    nowhere: 'person Matthew Newman; person Rick Holler; procedure 56251003; narrative plan: chest X-ray',
  },
  'ioPracticeWare/CCDA_46880_30Oct2017_58708.xml': {
    coded:
      'medication 209459: dose; medication 731241: dose; problem 59621000: status; problem 83986005: start',
    otherwise:
      'patient: formerGiven, mobile; allergy 7980: start, status; allergy 733: start, status; medication 209459: start, end, asNeeded; medication 731241: start, every; problem 59621000: start; problem 83986005: status; problem 236578006: start, status; problem 386661006: start, status; problem 238131007: start, end; diagnosis 386661006: recorded; vaccine 88; vaccine 106: maker, start; vaccine 166: maker, start; observation 8302-2: start; observation 29463-7: start; observation 8462-4: start; observation 8480-6: start; observation 8867-4: start; observation 59408-5: start; observation 3150-0: start; observation 8310-5: start; observation 9279-1: start; smoking 449868002: start; procedure 56251003: start, site; procedure 175135009: start; panel 24357-6; planned 24357-6; observation 5778-6: value, start; observation 5767-9: value, start; observation 5811-5: range, start; observation 5803-2: range, start; observation 5792-7: start; observation 5797-6: value, start; observation 5804-0: start; ability 105504002: start; ability 48167000: start',
    narrative: 'visit',
    nowhere: 'person Matthew Newman; narrative plan: clindamycin; narrative referral',
  },
};
