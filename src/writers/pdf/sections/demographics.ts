import type { Block } from '../../../document/index.ts';
import type { Contact, Patient, RaceOrEthnicity } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { everyField } from '../every-field.ts';
import { cell } from '../section-table.ts';
import { conceptsWords, conceptWords } from '../values/concept.ts';
import { languageName } from '../values/language.ts';
import {
  addressWords,
  fullNameWords,
  identifierWords,
  refsWords,
  refWords,
  telecomWords,
} from '../values/person.ts';
import { whenWords } from '../values/when.ts';
import type { Label } from '../words/words.ts';

/** Everything that is known of the person, one line each. */
export function demographics(context: Context): Block[] {
  const facts = factsOf(context.record.patient, context).filter(([, values]) => values.length > 0);
  if (facts.length === 0) return [];
  const { label } = context.words;
  return [
    {
      block: 'table',
      columns: [
        { title: '', share: 3 },
        { title: '', share: 9 },
      ],
      rows: facts.map(([name, values]) => [{ text: [label[name]], header: true }, cell(...values)]),
    },
  ];
}

type Fact = readonly [label: Label, values: readonly string[]];

const listed = (...values: readonly (string | undefined)[]): string[] =>
  values.filter((one) => one !== undefined);

function factsOf(patient: Patient, context: Context): Fact[] {
  const { id: _id, identifiers, names, telecoms, addresses, gender, genderConcept, birth, ...more } = patient;
  const {
    deceased,
    died,
    maritalStatus,
    religion,
    race,
    ethnicity,
    birthSex,
    sex,
    genderIdentities,
    ...late
  } = more;
  const { tribalAffiliations, birthPlace, multipleBirth, birthOrder, contacts, communications, ...last } =
    late;
  const { generalPractitioners, managingOrganization, ...rest } = last;
  everyField(rest);
  const { words } = context;
  const yesNo = (value: boolean | undefined) =>
    value === undefined ? undefined : value ? words.yes : words.no;
  return [
    ['name', (names ?? []).map((one) => fullNameWords(one, context))],
    ['identifiers', listed(...(identifiers ?? []).map((one) => identifierWords(one, context)))],
    ['address', (addresses ?? []).map((one) => addressWords(one, context))],
    ['contact', (telecoms ?? []).map((one) => telecomWords(one, context))],
    ['born', listed(whenWords(birth, words))],
    ['birthPlace', listed(birthPlace && addressWords(birthPlace, context))],
    ['dead', listed(yesNo(deceased))],
    ['died', listed(whenWords(died, words))],
    ['gender', listed(gender && words.gender[gender], conceptWords(genderConcept, words))],
    ['birthSex', listed(birthSex && words.birthSex[birthSex])],
    ['sex', listed(sex && words.sex[sex])],
    ['genderIdentity', listed(conceptsWords(genderIdentities, words))],
    ['race', listed(groupWords(race, context))],
    ['ethnicity', listed(groupWords(ethnicity, context))],
    ['tribe', tribesWords(tribalAffiliations, context)],
    ['languages', languagesWords(patient, context)],
    ['maritalStatus', listed(conceptWords(maritalStatus, words))],
    ['religion', listed(conceptWords(religion, words))],
    ['multipleBirth', listed(yesNo(multipleBirth))],
    ['birthOrder', listed(birthOrder)],
    ['contacts', (contacts ?? []).map((one) => contactWords(one, context))],
    ['generalPractitioner', listed(refsWords(generalPractitioners, context))],
    ['organization', listed(refWords(managingOrganization, context))],
  ] satisfies (Fact | [Label, string[]])[] as Fact[];
}

function groupWords(group: RaceOrEthnicity | undefined, { words }: Context): string | undefined {
  if (!group) return undefined;
  const { categories, detailed, other, text, absent, ...rest } = group;
  everyField(rest);
  const names = [...(categories ?? []), ...(detailed ?? [])].map(({ display, code }) => display ?? code);
  const all = [...new Set([...names, conceptsWords(other, words)])].filter(Boolean).join('; ');
  const said = text && !all.includes(text) ? [all, text].filter(Boolean).join(' – ') : all;
  return said || (absent && words.absent[absent]);
}

const tribesWords = (tribes: Patient['tribalAffiliations'], { words }: Context): string[] =>
  (tribes ?? []).map(({ tribe, enrolled, ...rest }) => {
    everyField(rest);
    const state = enrolled === undefined ? undefined : enrolled ? words.say.enrolled : words.say.notEnrolled;
    return [conceptWords(tribe, words), state].filter(Boolean).join(', ');
  });

function languagesWords({ communications }: Patient, { words }: Context): string[] {
  return (communications ?? []).map(({ language, preferred, proficiencies, ...rest }) => {
    everyField(rest);
    const skills = (proficiencies ?? []).map(({ type, level, ...rest }) => {
      everyField(rest);
      return [type?.display ?? type?.code, level?.display ?? level?.code].filter(Boolean).join(': ');
    });
    const remarks = [preferred && words.say.preferred, ...skills].filter(Boolean).join(', ');
    return `${languageName(conceptWords(language, words), words)}${remarks ? ` (${remarks})` : ''}`;
  });
}

function contactWords(
  { relationships, names, telecoms, addresses, organization, ...rest }: Contact,
  context: Context,
): string {
  everyField(rest);
  const parts = [
    ...(names ?? []).map((one) => fullNameWords(one, context)),
    conceptsWords(relationships, context.words),
    ...(telecoms ?? []).map((one) => telecomWords(one, context)),
    ...(addresses ?? []).map((one) => addressWords(one, context)),
    refWords(organization, context),
  ];
  return parts.filter(Boolean).join(' · ');
}
