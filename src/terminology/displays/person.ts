/** MaritalStatus of HL7 v3, in the edition of FHIR R4: `code|display`. */
export const maritalStatus = `
A|Annulled ~ D|Divorced ~ I|Interlocutory ~ L|Legally Separated ~ M|Married ~ P|Polygamous ~ S|Never Married ~
T|Domestic partner ~ U|unmarried ~ W|Widowed
`;

/** LanguageAbilityMode of HL7 v3, in the edition of FHIR R4: `code|display`. */
export const languageMode = `
ESGN|Expressed signed ~ ESP|Expressed spoken ~ EWR|Expressed written ~ RSGN|Received signed ~
RSP|Received spoken ~ RWR|Received written
`;

/** LanguageAbilityProficiency of HL7 v3, in the edition of FHIR R4: `code|display`. */
export const languageProficiency = `
E|Excellent ~ F|Fair ~ G|Good ~ P|Poor
`;
