/** The sections, in the order in which they are printed; `--sections` takes these names. */
export const sections = {
  allergies: 'Allergies',
  alerts: 'Implants and alerts',
  problems: 'Problems',
  medications: 'Medications',
  results: 'Results',
  vitals: 'Vital signs',
  immunizations: 'Immunizations',
  procedures: 'Procedures',
  encounters: 'Encounters',
  social: 'Social history',
  family: 'Family history',
  functional: 'Functional and mental status',
  observations: 'Other observations',
  plan: 'Plan and orders',
  goals: 'Goals',
  equipment: 'Equipment and supplies',
  messages: 'Instructions and messages',
  insurance: 'Insurance',
  notes: 'Notes and reports',
  documents: 'Scanned and outside documents',
  demographics: 'Patient details',
  people: 'People and organizations',
  source: 'As the source wrote it',
};

export type SectionKey = keyof typeof sections;

/** The names of the sections, in their order. */
export const sectionKeys = Object.keys(sections) as SectionKey[];
