import type { Binding } from './field-type.ts';

const terminology = 'http://terminology.hl7.org/CodeSystem';

/** HL7's marital statuses. */
export const maritalStatus: Binding = {
  system: `${terminology}/v3-MaritalStatus`,
  codes: {
    A: 'Annulled',
    C: 'Common Law',
    D: 'Divorced',
    I: 'Interlocutory',
    L: 'Legally Separated',
    M: 'Married',
    P: 'Polygamous',
    S: 'Never Married',
    T: 'Domestic partner',
    U: 'unmarried',
    W: 'Widowed',
  },
};

/** Classes of encounters. */
export const encounterClass: Binding = {
  system: `${terminology}/v3-ActCode`,
  codes: {
    AMB: 'ambulatory',
    EMER: 'emergency',
    FLD: 'field',
    HH: 'home health',
    IMP: 'inpatient encounter',
    ACUTE: 'inpatient acute',
    NONAC: 'inpatient non-acute',
    OBSENC: 'observation encounter',
    PRENC: 'pre-admission',
    SS: 'short stay',
    VR: 'virtual',
  },
};

/** What kind of number an identifier is: HL7 v2's table 0203. */
export const identifierType: Binding = {
  system: `${terminology}/v2-0203`,
  codes: {
    ACSN: 'Accession ID',
    AN: 'Account number',
    DL: "Driver's license number",
    DN: 'Doctor number',
    EI: 'Employee number',
    JHN: 'Jurisdictional health number (Canada)',
    MA: 'Patient Medicaid number',
    MB: 'Member Number',
    MC: "Patient's Medicare number",
    MR: 'Medical record number',
    NPI: 'National provider identifier',
    PI: 'Patient internal identifier',
    PPN: 'Passport number',
    PRN: 'Provider number',
    PT: 'Patient external identifier',
    SB: 'Social Beneficiary Identifier',
    SN: 'Subscriber Number',
    SS: 'Social Security number',
    TAX: 'Tax ID number',
    VN: 'Visit number',
  },
};

/** CDC's codes of race and ethnicity at OMB's level. */
export const raceAndEthnicity: Binding = {
  system: 'urn:oid:2.16.840.1.113883.6.238',
  codes: {
    '1002-5': 'American Indian or Alaska Native',
    '2028-9': 'Asian',
    '2054-5': 'Black or African American',
    '2076-8': 'Native Hawaiian or Other Pacific Islander',
    '2106-3': 'White',
    '2131-1': 'Other Race',
    '2135-2': 'Hispanic or Latino',
    '2186-5': 'Not Hispanic or Latino',
  },
};

/** The part that somebody has in what is done. */
export const participationRole: Binding = {
  system: `${terminology}/v3-ParticipationType`,
  codes: {
    ADM: 'admitter',
    ATND: 'attender',
    AUT: 'author (originator)',
    CON: 'consultant',
    DIS: 'discharger',
    PART: 'Participation',
    PPRF: 'primary performer',
    PRF: 'performer',
    REF: 'referrer',
    SPRF: 'secondary performer',
  },
};
