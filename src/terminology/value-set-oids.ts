/**
 * Value sets that documents name where a code system belongs, with the one code system that all their codes are of.
 * This is our own reading, not HL7's: say so (an issue) where it is used.
 */
export const valueSetCodeSystems: Readonly<Record<string, string>> = {
  // Personal And Legal Relationship Role Type and its predecessor
  '2.16.840.1.113883.1.11.19563': '2.16.840.1.113883.5.111',
  '2.16.840.1.113883.11.20.12.1': '2.16.840.1.113883.5.111',
  // Responsible Party: roles such as POWATT
  '2.16.840.1.113883.1.11.19830': '2.16.840.1.113883.5.111',
  // Observation Interpretation
  '2.16.840.1.113883.1.11.78': '2.16.840.1.113883.5.83',
  // Basic Confidentiality Kind
  '2.16.840.1.113883.1.11.16926': '2.16.840.1.113883.5.25',
  // Administrative Gender
  '2.16.840.1.113883.1.11.1': '2.16.840.1.113883.5.1',
  // Religious Affiliation
  '2.16.840.1.113883.1.11.19185': '2.16.840.1.113883.5.1076',
  // Act Encounter Code
  '2.16.840.1.113883.1.11.13955': '2.16.840.1.113883.5.4',
  // No Immunization Reason
  '2.16.840.1.113883.11.19725': '2.16.840.1.113883.5.8',
  // Security Control Observation
  '2.16.840.1.113883.1.11.20457': '2.16.840.1.113883.5.4',
  // Body Site
  '2.16.840.1.113883.3.88.12.3221.8.9': '2.16.840.1.113883.6.96',
  // Patient Education
  '2.16.840.1.113883.11.20.9.34': '2.16.840.1.113883.6.96',
  // Healthcare Provider Taxonomy, twice
  '2.16.840.1.114222.4.11.1066': '2.16.840.1.113883.6.101',
  '2.16.840.1.113883.11.19465': '2.16.840.1.113883.6.101',
  // Manufacturers of Vaccines
  '2.16.840.1.114222.4.11.826': '2.16.840.1.113883.12.227',
};
