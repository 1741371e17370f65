/** ParticipationFunction of HL7 v3, in the edition of FHIR R4: `code|display`. */
export const participationFunction = `
AUCG|caregiver information receiver ~ AULR|legitimate relationship information receiver ~
AUTM|care team information receiver ~ AUWA|work area information receiver ~ GRDCON|legal guardian consent author ~
POACON|healthcare power of attorney consent author ~ PRCON|personal representative consent author ~
PROMSK|authorized provider masking author ~ SUBCON|subject of consent author ~ AUCOV|consent overrider ~
AUEMROV|emergency overrider ~ CLMADJ|claims adjudication ~ ENROLL|enrollment broker ~ FFSMGT|ffs management ~
MCMGT|managed care management ~ PROVMGT|provider management ~ UMGT|utilization management ~
FULINRD|fully insured ~ SELFINRD|self insured ~ PAYORCNTR|payor contracting ~ REINS|reinsures ~
RETROCES|retrocessionaires ~ SUBCTRT|subcontracting risk ~ UNDERWRTNG|underwriting ~ ADMPHYS|admitting physician ~
ANEST|anesthesist ~ ANRS|anesthesia nurse ~ ASSEMBLER|assembly software ~ ATTPHYS|attending physician ~
COMPOSER|composer software ~ DISPHYS|discharging physician ~ FASST|first assistant surgeon ~ MDWF|midwife ~
NASST|nurse assistant ~ PCP|primary care physician ~ PRISURG|primary surgeon ~ REVIEWER|reviewer ~
RNDPHYS|rounding physician ~ SASST|second assistant surgeon ~ SNRS|scrub nurse ~ TASST|third assistant
`;
