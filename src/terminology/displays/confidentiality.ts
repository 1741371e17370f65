/** Confidentiality of HL7 v3, in the edition of FHIR R4: `code|display`. */
export const confidentiality = `
L|low ~ M|moderate ~ N|normal ~ R|restricted ~ U|unrestricted ~ V|very restricted ~ B|business ~ D|clinician ~
I|individual ~ ETH|substance abuse related ~ HIV|HIV related ~ PSY|psychiatry relate ~
SDV|sexual and domestic violence related ~ C|celebrity ~ S|sensitive ~ T|taboo
`;
