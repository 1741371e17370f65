/** FHIR's value set procedure-outcome, and SNOMED CT's failed attempt. */
const outcomes = new Set(['385669000', '385670004', '385671000', '103709008']);

/** Whether a code of SNOMED CT says how a procedure went. */
export const isProcedureOutcome = (code: string | undefined): boolean =>
  code !== undefined && outcomes.has(code);
