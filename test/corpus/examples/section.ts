/** Template, LOINC code and title of the sections that fragments are put into. */
const sections = {
  problems: ['2.16.840.1.113883.10.20.22.2.5.1', '11450-4'],
  allergies: ['2.16.840.1.113883.10.20.22.2.6.1', '48765-2'],
  encounters: ['2.16.840.1.113883.10.20.22.2.22.1', '46240-8'],
  healthConcerns: ['2.16.840.1.113883.10.20.22.2.58', '75310-3'],
  procedures: ['2.16.840.1.113883.10.20.22.2.7.1', '47519-4'],
  medications: ['2.16.840.1.113883.10.20.22.2.1.1', '10160-0'],
  admissionMedications: ['2.16.840.1.113883.10.20.22.2.44', '42346-7'],
  dischargeMedications: ['2.16.840.1.113883.10.20.22.2.11.1', '10183-2'],
  immunizations: ['2.16.840.1.113883.10.20.22.2.2.1', '11369-6'],
  equipment: ['2.16.840.1.113883.10.20.22.2.23', '46264-8'],
  plan: ['2.16.840.1.113883.10.20.22.2.10', '18776-5'],
  results: ['2.16.840.1.113883.10.20.22.2.3.1', '30954-2'],
  vitals: ['2.16.840.1.113883.10.20.22.2.4.1', '8716-3'],
  careTeams: ['2.16.840.1.113883.10.20.22.2.500', '85847-2'],
  payers: ['2.16.840.1.113883.10.20.22.2.18', '48768-6'],
  directives: ['2.16.840.1.113883.10.20.22.2.21.1', '42348-3'],
  instructions: ['2.16.840.1.113883.10.20.22.2.45', '69730-0'],
  socialHistory: ['2.16.840.1.113883.10.20.22.2.17', '29762-2'],
  familyHistory: ['2.16.840.1.113883.10.20.22.2.15', '10157-6'],
  functionalStatus: ['2.16.840.1.113883.10.20.22.2.14', '47420-5'],
  mentalStatus: ['2.16.840.1.113883.10.20.22.2.56', '10190-7'],
  goals: ['2.16.840.1.113883.10.20.22.2.60', '61146-7'],
  interventions: ['2.16.840.1.113883.10.20.21.2.3', '62387-6'],
  outcomes: ['2.16.840.1.113883.10.20.22.2.61', '11383-7'],
  nutrition: ['2.16.840.1.113883.10.20.22.2.57', '61144-2'],
  physicalExam: ['2.16.840.1.113883.10.20.2.10', '29545-1'],
  admissionDiagnosis: ['2.16.840.1.113883.10.20.22.2.43', '46241-6'],
  dischargeDiagnosis: ['2.16.840.1.113883.10.20.22.2.24', '11535-2'],
  preoperativeDiagnosis: ['2.16.840.1.113883.10.20.22.2.34', '10219-4'],
  findings: ['2.16.840.1.113883.10.20.6.1.2', '18782-3'],
  imageCatalog: ['2.16.840.1.113883.10.20.6.1.1', '55111-9'],
  notes: ['2.16.840.1.113883.10.20.22.2.65', '11488-4'],
} as const;

export type SectionName = keyof typeof sections;

/** A section with its narrative and what stands in it. */
export const sectionXml = (name: SectionName, content: string, words: string): string =>
  `<section><templateId root="${sections[name][0]}"/><code code="${sections[name][1]}" codeSystem="2.16.840.1.113883.6.1"/>
<title>Section</title><text>${words}</text>${content}</section>`;
