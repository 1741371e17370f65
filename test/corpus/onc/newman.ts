import { CVX, type Item, LOINC, measured, person, RXNORM, type Sheet, SNOMED, told } from './sheet.ts';

const VISIT = '2015-06-22';
const home = { street: '1357', city: 'Beaverton', state: 'OR|Oregon', postalCode: '97006' };

const allergy = (code: string, word: RegExp): Item => ({
  name: `allergy ${code}`,
  types: ['AllergyIntolerance'],
  system: RXNORM,
  codes: [code],
  words: [word],
  facts: { start: '1980-05-10', status: 'active', manifestation: '247472004', severity: 'moderate' },
});

const problem = (code: string, word: RegExp, facts: Item['facts']): Item => ({
  name: `problem ${code}`,
  types: ['Condition'],
  system: SNOMED,
  codes: [code],
  words: [word],
  facts: { category: 'problem-list-item', ...facts },
});

const medication = (code: string, word: RegExp, facts: Item['facts']): Item => ({
  name: `medication ${code}`,
  types: ['MedicationRequest', 'MedicationStatement'],
  system: RXNORM,
  codes: [code],
  words: [word],
  facts: { start: VISIT, dose: '1', ...facts },
});

const vaccine = (code: string, word: RegExp, facts: Item['facts']): Item => ({
  name: `vaccine ${code}`,
  types: ['Immunization'],
  system: CVX,
  codes: [code],
  words: [word],
  facts: { maker: 'Immuno Inc|Immuno Inc.|Immuno, Inc.', ...facts },
});

const procedure = (code: string, word: RegExp, facts: Item['facts']): Item => ({
  name: `procedure ${code}`,
  types: ['Procedure'],
  system: SNOMED,
  codes: [code],
  words: [word],
  facts: { status: 'completed', ...facts },
});

/** A status of function or cognition: the code may be the value of an observation or the code of a condition. */
const ability = (code: string, word: RegExp): Item => ({
  name: `ability ${code}`,
  types: ['Observation', 'Condition'],
  system: SNOMED,
  codes: [code],
  words: [word],
  facts: { start: '2005-05-01' },
});

const items: Item[] = [
  {
    name: 'patient',
    types: ['Patient'],
    words: [],
    facts: {
      given: 'Alice',
      family: 'Newman',
      formerGiven: 'Alicia',
      gender: 'female',
      birthDate: '1970-05-01',
      race: '2106-3',
      detailedRace: '2108-9',
      ethnicity: '2186-5',
      language: 'en',
      ...home,
      mobile: '5557771234',
      home: '5557231544',
    },
  },
  person('Albert', 'Davis'),
  person('Tracy', 'Davis'),
  person('Matthew', 'Newman'),
  person('Rick', 'Holler'),
  { name: 'visit', types: ['Encounter'], words: [/encounter|visit/i], facts: { start: VISIT } },
  allergy('7980', /penicillin/i),
  allergy('733', /ampicillin/i),
  medication('209459', /tylenol/i, { end: '2015-07-01|2015-07-02', route: 'oral|c38288', asNeeded: 'true' }),
  medication('731241', /aranesp/i, {
    route: 'inject|injection|injectable|subcutaneous|intravenous',
    every: '168 h',
  }),
  problem('59621000', /hypertension/i, { start: '2011-10-05', status: 'active' }),
  problem('83986005', /hypothyroidism/i, { start: '2006-12-31', status: 'active' }),
  problem('236578006', /renal transplant/i, { start: '2011-12-31', status: 'active' }),
  problem('386661006', /fever/i, { start: VISIT, status: 'active' }),
  problem('238131007', /overweight/i, {
    start: '2006-12-31',
    end: '2007-06-01',
    status: 'resolved|inactive',
  }),
  {
    name: 'diagnosis 386661006',
    types: ['Condition'],
    system: SNOMED,
    codes: ['386661006'],
    words: [/fever/i],
    facts: { category: 'encounter-diagnosis', recorded: VISIT },
  },
  vaccine('88', /influenza/i, { start: '2014-05-10', status: 'completed', lot: '1' }),
  vaccine('106', /tetanus/i, { start: '2012-01-04', status: 'completed', lot: '2' }),
  vaccine('166', /influenza|intradermal/i, { start: VISIT, status: 'not-done', statusReason: 'PATOBJ' }),
  measured('8302-2', { value: '177 cm', start: VISIT }, /height/i, /\b177\b/),
  measured('29463-7', { value: '88 kg', start: VISIT }, /weight/i, /\b88\b/),
  measured('8462-4', { value: '88 mm[Hg]', start: VISIT }, /blood pressure|bp|diastolic/i, /\b88\b/),
  measured('8480-6', { value: '145 mm[Hg]', start: VISIT }, /blood pressure|bp|systolic/i, /\b145\b/),
  measured('8867-4', { value: '80 /min', start: VISIT }, /heart rate|pulse/i, /\b80\b/),
  measured('59408-5', { value: '95 %', start: VISIT }, /oximetry|saturation|oxygen|o2/i, /\b95\b/),
  measured('3150-0', { value: '36 %', start: VISIT }, /inhaled|oxygen|o2/i, /\b36\b/),
  measured('8310-5', { value: '38 Cel', start: VISIT }, /temp/i, /\b38\b/),
  measured('9279-1', { value: '18 /min', start: VISIT }, /respirat/i, /\b18\b/),
  {
    name: 'smoking 449868002',
    types: ['Observation'],
    system: SNOMED,
    codes: ['449868002'],
    words: [/smok/i, /every day|daily/i],
    facts: { start: VISIT, category: 'social-history' },
  },
  procedure('56251003', /nebulizer/i, { start: VISIT, site: '82094008' }),
  procedure('175135009', /pacemaker/i, { start: '2011-10-05', site: '9454009' }),
  {
    name: 'panel 24357-6',
    types: ['DiagnosticReport'],
    system: LOINC,
    codes: ['24357-6'],
    words: [/urin/i],
    facts: { start: VISIT },
  },
  {
    name: 'planned 24357-6',
    types: ['ServiceRequest'],
    system: LOINC,
    codes: ['24357-6'],
    words: [/urin/i],
    facts: { start: '2015-06-29' },
  },
  measured('5778-6', { value: 'yellow', start: VISIT }, /color/i),
  measured('5767-9', { value: 'clear', start: VISIT }, /appearance/i),
  measured('5811-5', { value: '1.015', range: '1.005-1.03', start: VISIT }, /gravity/i),
  measured('5803-2', { value: '5 [pH]', range: '5-8', start: VISIT }, /\bph\b/i),
  measured('5792-7', { value: '50 mg/dL', start: VISIT }, /glucose/i),
  measured('5797-6', { value: 'negative', start: VISIT }, /ketones/i),
  measured('5804-0', { value: '100 mg/dL', start: VISIT }, /protein/i),
  {
    name: 'device',
    types: ['Device'],
    words: [/BLC200461H/],
    facts: { udi: '(01)00643169007222(17)160128(21)BLC200461H' },
  },
  ability('105504002', /cane/i),
  ability('48167000', /amnesia/i),
  told('assessment', /an(a)?emia/i, /fever/i),
  told('plan: EKG', /\bEKG\b/i),
  told('plan: chest X-ray', /chest x-?ray/i),
  told('plan: clindamycin', /clindamycin/i, /300/),
  told('plan: follow-up', /follow/i, /neighborhood physicians/i),
  told('goal: fever', /intermittent fever/i),
  told('goal: energy', /gain more energy/i),
  told('concern: sickness', /chronic sickness/i),
  told('concern: weight', /watch weight/i),
  told('referral', /suspected an(a)?emia/i),
];

/** Alice Newman, ambulatory, as ONC's sheet for 170.315(b)(4) states her: facts only. */
export const newman: Sheet = {
  patient: 'Newman',
  given: 'Alice',
  family: 'Newman',
  birthDate: '1970-05-01',
  items,
  active: ['88', '106', '7980', '733', '209459', '731241', '59621000', '83986005', '236578006', '386661006'],
};
