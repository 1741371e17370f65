import { type Item, LOINC, measured, person, type Sheet, SNOMED, told } from './sheet.ts';

const VISIT = '2015-07-22';

/** A section that says that there is none: of nothing in particular, negated. */
const noneKnown = (what: string, section: string, stated: string[]): Item => ({
  name: `no known ${what}`,
  types: ['section'],
  system: LOINC,
  codes: [section],
  stated,
  words: [new RegExp(`no (known|current|active) ${what.slice(0, -1)}`, 'i')],
  facts: { emptyReason: 'nilknown' },
});

const items: Item[] = [
  {
    name: 'patient',
    types: ['Patient'],
    words: [],
    facts: {
      given: 'Jeremy',
      family: 'Bates',
      gender: 'male',
      birthDate: '1980-08-01',
      language: 'en',
      street: '1357',
      city: 'Beaverton',
      state: 'OR|Oregon',
      postalCode: '97006',
      mobile: '5557771234',
      home: '5557231544',
    },
  },
  person('Albert', 'Davis'),
  person('Tracy', 'Davis'),
  person('Kathy', 'Bates'),
  person('Mathew', 'Bates'),
  { name: 'visit', types: ['Encounter'], words: [/encounter|visit/i], facts: { start: VISIT } },
  {
    name: 'no known allergies',
    types: ['AllergyIntolerance'],
    system: SNOMED,
    codes: ['716186003', '409137002'],
    stated: ['416098002', '419199007', '420134006', '716186003', '409137002'],
    words: [/no known (drug |medication )?allerg/i],
    facts: {},
  },
  {
    name: 'no known problems',
    types: ['Condition'],
    system: SNOMED,
    codes: ['160245001'],
    stated: ['55607006', '64572001', '404684003', '160245001'],
    words: [/no (known|current|active) (problems|conditions)/i],
    facts: {},
  },
  noneKnown('medications', '10160-0', ['410942007']),
  noneKnown('immunizations', '11369-6', ['71181003', '998', '410942007']),
  {
    name: 'diagnosis 699134002',
    types: ['Condition'],
    system: SNOMED,
    codes: ['699134002'],
    words: [/health check/i],
    facts: { category: 'encounter-diagnosis', recorded: VISIT },
  },
  measured('8302-2', { value: '177 cm', start: VISIT }, /height/i, /\b177\b/),
  measured('29463-7', { value: '88 kg', start: VISIT }, /weight/i, /\b88\b/),
  measured('8462-4', { value: '88 mm[Hg]', start: VISIT }, /blood pressure|bp|diastolic/i, /\b88\b/),
  measured('8480-6', { value: '145 mm[Hg]', start: VISIT }, /blood pressure|bp|systolic/i, /\b145\b/),
  {
    name: 'smoking 449868002',
    types: ['Observation'],
    system: SNOMED,
    codes: ['449868002'],
    words: [/smok/i, /every day|daily/i],
    facts: { start: VISIT, category: 'social-history' },
  },
  told('assessment', /healthy/i, /routine/i),
  told('plan: next year', /next year/i),
];

/** Jeremy Bates, ambulatory, as ONC's sheet for 170.315(b)(4) states him: facts only. */
export const bates: Sheet = {
  patient: 'Bates',
  given: 'Jeremy',
  family: 'Bates',
  birthDate: '1980-08-01',
  items,
  active: [],
};
