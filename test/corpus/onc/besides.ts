import type { Beside } from './listed.ts';

/**
 * What is active, or was given, though the sheet lacks it: the document itself states it so, in that line. Vendors
 * rendered earlier versions of the sheets with more medications, and put plans and statuses on their lists.
 */
export const besides: Readonly<Record<string, readonly Beside[]>> = {
  'Afoundria/Newman__Alicia_Jones.xml': [{ what: 'MedicationRequest 309090', line: 513 }],
  'Afoundria/Referral for Newman, Alicia Jones.xml': [{ what: 'MedicationRequest 309090', line: 490 }],
  'Agastha/195352.xml': [{ what: 'MedicationRequest 309090', line: 658 }],
  'Allscripts FollowMyHealth/Ambulatory Summary-jeremybates.xml': [{ what: 'Condition 55607006', line: 465 }],
  'Allscripts Professional/Referral Summary (2015 Edition Referral Note)-Community Health Hospitals....xml': [
    { what: 'Condition 48167000', line: 545 },
    { what: 'Condition without a code', line: 860 },
    { what: 'Condition without a code', line: 2485 },
    { what: 'Condition without a code', line: 2507 },
    { what: 'Condition without a code', line: 2529 },
    { what: 'MedicationRequest 731184', line: 1421 },
  ],
  'Allscripts Professional/xdr-test1-sample2-jb.xml': [{ what: 'Condition 305058001', line: 406 }],
  'Allscripts Sunrise/C-CDA_400700201_20160902122113_Bates_Jeremy.xml': [
    { what: 'Condition 55607006', line: 473 },
  ],
  'Allscripts Sunrise/C-CDA_401700201_20160902122201_Newman_Alice.xml': [
    { what: 'MedicationRequest 284215', line: 3698 },
  ],
  'Allscripts TouchWorks/Allscripts TW Alice rn.xml': [
    { what: 'AllergyIntolerance 1009148', line: 949 },
    { what: 'Condition 105504002', line: 606 },
    { what: 'Condition 27624003', line: 725 },
    { what: 'Condition 48167000', line: 645 },
    { what: 'Condition without a code', line: 2284 },
    { what: 'Condition without a code', line: 2301 },
    { what: 'Condition without a code', line: 2318 },
    { what: 'Condition without a code', line: 2335 },
    { what: 'Immunization 141', line: 2014 },
    { what: 'Immunization 20', line: 1984 },
    { what: 'MedicationRequest 284215', line: 1327 },
    { what: 'MedicationRequest 284215', line: 2779 },
    { what: 'MedicationRequest 903703', line: 1475 },
    { what: 'MedicationRequest 966220', line: 1401 },
  ],
  'Allscripts TouchWorks/Allscripts TW Jeremy rn.xml': [
    { what: 'AllergyIntolerance 1191', line: 499 },
    { what: 'Condition 310366008', line: 428 },
    { what: 'Condition 55607006', line: 391 },
    { what: 'MedicationRequest 198193', line: 576 },
  ],
  'Allscripts TouchWorks/xdr1-sample1-ccd.xml': [
    { what: 'AllergyIntolerance 1009148', line: 929 },
    { what: 'Condition 105504002', line: 586 },
    { what: 'Condition 27624003', line: 705 },
    { what: 'Condition 48167000', line: 625 },
    { what: 'Condition without a code', line: 2268 },
    { what: 'Condition without a code', line: 2285 },
    { what: 'Condition without a code', line: 2302 },
    { what: 'Condition without a code', line: 2319 },
    { what: 'Immunization 141', line: 2056 },
    { what: 'Immunization 20', line: 2026 },
    { what: 'MedicationRequest 284215', line: 1307 },
    { what: 'MedicationRequest 284215', line: 2763 },
    { what: 'MedicationRequest 903703', line: 1455 },
    { what: 'MedicationRequest 966220', line: 1381 },
  ],
  'Allscripts TouchWorks/xdr2.xml': [
    { what: 'AllergyIntolerance 1191', line: 479 },
    { what: 'Condition 310366008', line: 408 },
    { what: 'Condition 55607006', line: 371 },
    { what: 'MedicationRequest 198193', line: 556 },
  ],
  'Carefluence/Newman_Alice_1_Ambulatory.xml': [
    { what: 'AllergyIntolerance 7982', line: 505 },
    { what: 'AllergyIntolerance 81953', line: 590 },
    { what: 'MedicationRequest 284215', line: 2121 },
    { what: 'MedicationRequest 309090', line: 704 },
    { what: 'MedicationRequest 731184', line: 772 },
  ],
  'Equicare/Health Information Summary for Alice Newman [2016-09-07_10-58-56_154] (1).xml': [
    { what: 'MedicationRequest 284215', line: 1807 },
    { what: 'MedicationRequest 309090', line: 566 },
    { what: 'MedicationRequest 731184', line: 623 },
  ],
  'Freedom Medical/BATES_JR_JEREMY_V_1550_08-01-1980.52232.xml': [{ what: 'Condition 102513008', line: 800 }],
  'MDLogic/ContinuityOfCareDocument_MUNewAli_20170601-145612.xml': [
    { what: 'Immunization 166', line: 995 },
    { what: 'MedicationRequest 309090', line: 524 },
  ],
  'MedConnect/ALICE NEWMAN_20170924183057_RN.xml': [
    { what: 'Condition 238131007', line: 921 },
    { what: 'MedicationRequest 309090', line: 600 },
    { what: 'MedicationRequest 629322', line: 570 },
  ],
  'MedConnect/ALICE NEWMAN_20170924183126_CCD.xml': [
    { what: 'Condition 238131007', line: 907 },
    { what: 'MedicationRequest 309090', line: 556 },
    { what: 'MedicationRequest 629322', line: 496 },
  ],
  'NextGen/AliceNewmanCCD.xml': [{ what: 'MedicationRequest 284215', line: 3257 }],
  'NextGen/AliceNewmanRN.xml': [{ what: 'MedicationRequest 284215', line: 3450 }],
  'Practice Fusion/JeremyBatesApi.xml': [{ what: 'Condition 699134002', line: 401 }],
  'Practice Fusion/Referral_Note_Bates_Jeremy_V_Jr_19800801_40970158-5cd6-44c8-8679-0878bd02b2e7.xml': [
    { what: 'Condition 699134002', line: 528 },
  ],
  'Sophrona Solutions/PatientCCD (11).xml': [{ what: 'Condition 102513008', line: 324 }],
  'iPatientCare/0_Newman_Alice.xml': [
    { what: 'Immunization 166', line: 1713 },
    { what: 'MedicationRequest 284215', line: 708 },
  ],
};
