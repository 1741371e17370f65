import type { Listed } from './listed.ts';

/** What our output lacks of Bates' sheet, by document and by where that document states it. */
export const batesMisses: Readonly<Record<string, Listed>> = {
  'Afoundria/Bates__Jeremy_V.xml': {
    otherwise:
      'diagnosis 699134002: recorded; observation 8302-2: start; observation 29463-7: start; observation 8462-4: start; observation 8480-6: start; smoking 449868002: start',
    narrative: 'no known medications: emptyReason',
    nowhere:
      'person Kathy Bates; person Mathew Bates; visit; no known immunizations: emptyReason; narrative plan: next year',
  },
  'Afoundria/Referral for Bates, Jeremy V.xml': {
    otherwise:
      'diagnosis 699134002: recorded; observation 8302-2: start; observation 29463-7: start; observation 8462-4: start; observation 8480-6: start; smoking 449868002: start',
    narrative: 'visit; no known medications: emptyReason',
    nowhere: 'person Kathy Bates; person Mathew Bates; no known immunizations: emptyReason',
  },
  'Agastha/195372.xml': {
    otherwise: 'patient: mobile',
    nowhere: 'person Kathy Bates; person Mathew Bates',
  },
  'Allscripts FollowMyHealth/Ambulatory Summary-jeremybates.xml': {
    coded: 'diagnosis 699134002',
    nowhere: 'person Mathew Bates',
  },
  'Allscripts Professional/xdr-test1-sample2-jb.xml': {
    coded: 'smoking 449868002: start',
    nowhere:
      'person Kathy Bates; person Mathew Bates; no known immunizations; diagnosis 699134002; narrative assessment',
  },
  'Allscripts Sunrise/C-CDA_400700201_20160902122113_Bates_Jeremy.xml': {
    coded: 'diagnosis 699134002',
    otherwise:
      'patient: mobile; person Tracy Davis; observation 8302-2: start; observation 29463-7: start; observation 8462-4: start; observation 8480-6: start',
  },
  'Allscripts TouchWorks/Allscripts TW Jeremy rn.xml': {
    coded: 'no known allergies',
    otherwise: 'patient: mobile, home; smoking 449868002: start',
    narrative: 'visit',
    nowhere:
      'person Kathy Bates; person Mathew Bates; no known medications: emptyReason; diagnosis 699134002; observation 8302-2; observation 29463-7; observation 8462-4; observation 8480-6; narrative plan: next year',
  },
  'Allscripts TouchWorks/xdr2.xml': {
    coded: 'no known allergies; no known problems',
    otherwise:
      'patient: mobile, home; observation 8302-2: start; observation 8462-4: start; observation 8480-6: start; smoking 449868002: start',
    narrative: 'visit',
    nowhere:
      'person Kathy Bates; person Mathew Bates; no known medications: emptyReason; diagnosis 699134002; observation 29463-7: start; narrative plan: next year',
  },
  'Carefluence/Bates_Jeremy_0_Ambulatory.xml': {
    otherwise: 'patient: street, mobile, home',
    nowhere: 'diagnosis 699134002',
  },
  'Freedom Medical/BATES_JR_JEREMY_V_1550_08-01-1980.52232.xml': {
    nowhere:
      'person Kathy Bates; person Mathew Bates; no known immunizations: emptyReason; diagnosis 699134002; narrative plan: next year',
  },
  'MDLogic/ContinuityOfCareDocument_MUBatJer_20170601-145724.xml': {
    otherwise: 'patient: mobile',
    narrative: 'no known immunizations: emptyReason',
    nowhere: 'person Tracy Davis; person Kathy Bates; person Mathew Bates; no known medications: emptyReason',
  },
  'MedConnect/JEREMY BATES_20170924184858_CCD.xml': {
    otherwise:
      'patient: mobile, home; observation 8302-2: start; observation 29463-7: start; observation 8462-4: start; observation 8480-6: start; smoking 449868002: start',
    nowhere: 'person Albert Davis; person Tracy Davis; person Kathy Bates; person Mathew Bates',
  },
  'Medical Office Technologies/5492_6_Sample_ReferralNote.xml': {
    otherwise: 'person Tracy Davis; visit',
    narrative: 'no known medications: emptyReason',
    nowhere:
      'person Kathy Bates; person Mathew Bates; no known immunizations: emptyReason; diagnosis 699134002',
  },
  'Navigating Cancer/JeremyBates_CCDdownload.xml': {
    otherwise: 'visit',
    nowhere:
      'person Albert Davis; person Tracy Davis; person Kathy Bates; person Mathew Bates; diagnosis 699134002',
  },
  'NextGen/JeremyBatesCCD.xml': {
    nowhere: 'person Mathew Bates; diagnosis 699134002',
  },
  'NextGen/JeremyBatesRN.xml': {
    nowhere: 'person Mathew Bates; diagnosis 699134002',
  },
  'Practice Fusion/JeremyBatesApi.xml': {
    otherwise: 'smoking 449868002: start',
    nowhere: 'person Kathy Bates; person Mathew Bates; no known problems',
  },
  'Practice Fusion/Referral_Note_Bates_Jeremy_V_Jr_19800801_40970158-5cd6-44c8-8679-0878bd02b2e7.xml': {
    coded: 'diagnosis 699134002: category',
    otherwise: 'smoking 449868002: start',
    nowhere: 'person Kathy Bates; person Mathew Bates; no known problems',
  },
  'Sophrona Solutions/PatientCCD (11).xml': {
    coded: 'no known allergies; no known problems',
    otherwise:
      'observation 8302-2: start; observation 29463-7: start; observation 8462-4: start; observation 8480-6: start; smoking 449868002: start',
    nowhere:
      'person Kathy Bates; person Mathew Bates; no known medications: emptyReason; no known immunizations: emptyReason; diagnosis 699134002',
  },
  'iPatientCare/0_Bates_Jeremy.xml': {
    otherwise: 'smoking 449868002: start',
    nowhere: 'person Kathy Bates; person Mathew Bates',
  },
  'ioPracticeWare/CCDA_46963_30Oct2017_61992.xml': {
    coded: 'no known allergies; no known problems',
    otherwise:
      'patient: mobile; no known medications: emptyReason; observation 8302-2: start; observation 29463-7: start; observation 8462-4: start; observation 8480-6: start; smoking 449868002: start',
    narrative: 'visit',
    nowhere:
      'person Tracy Davis; person Kathy Bates; no known immunizations: emptyReason; diagnosis 699134002; narrative plan: next year',
  },
};
