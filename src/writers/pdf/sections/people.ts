import type { Block } from '../../../document/index.ts';
import type {
  CareTeam,
  Device,
  Location,
  Organization,
  Practitioner,
  PractitionerRole,
  RelatedPerson,
} from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { type Detail, details, said, takeApart } from '../details.ts';
import { everyField } from '../every-field.ts';
import { group } from '../group.ts';
import { cell, main, type Row } from '../section-table.ts';
import { conceptsWords } from '../values/concept.ts';
import {
  addressWords,
  fullNameWords,
  identifierWords,
  participationsWords,
  refsWords,
  refWords,
  telecomWords,
} from '../values/person.ts';
import { periodWords } from '../values/when.ts';

/** The care team, relatives and carers, and the directory: who they are and how they are reached. */
export function people(context: Context): Block[] {
  const { record, words } = context;
  const { label, section } = words;
  const { practitioner, practitionerRole, organization, location, device } = record.people;
  const columns = [
    { title: label.name, share: 5 },
    { title: label.role, share: 4 },
    { title: label.contact, share: 6 },
  ];
  const team = record.statements.careTeam.map((one) => teamRow(one, context));
  const kin = record.statements.relatedPerson.map((one) => relatedRow(one, context));
  const staff = [
    ...practitioner.map((one) => practitionerRow(one, context)),
    ...practitionerRole.filter((one) => !context.entry(one.practitioner)).map((one) => roleRow(one, context)),
    ...organization.map((one) => organizationRow(one, context)),
    ...location.map((one) => locationRow(one, context)),
    ...device.map((one) => deviceRow(one, context)),
  ];
  return [
    ...group({ title: label.team, columns, rows: team }, context),
    ...group({ title: label.contacts, columns, rows: kin }, context),
    ...group({ title: section.people, columns, rows: staff }, context),
  ];
}

type Contactable = Pick<Practitioner, 'id' | 'identifiers' | 'telecoms' | 'addresses'>;

/** What all of them have: how they are reached, and their numbers. */
function reached({ id: _id, identifiers, telecoms, addresses, ...rest }: Contactable, context: Context) {
  everyField(rest);
  const ways = [
    ...(telecoms ?? []).map((one) => telecomWords(one, context)),
    ...(addresses ?? []).map((one) => addressWords(one, context)),
  ];
  const numbers = identifiers?.map((one) =>
    identifierWords(one, { ...context, options: { ...context.options, maskIds: false } }),
  );
  return {
    contact: cell(...ways),
    details: details(context, [['identifiers', numbers?.filter(Boolean).join(', ')]]),
  };
}

function teamRow(item: CareTeam, context: Context): Row {
  const { told, own } = takeApart(item);
  const { status, categories, name, ...more } = own;
  const { period, members, locations, encounter, ...rest } = more;
  everyField(rest);
  const { words } = context;
  return {
    cells: [
      main(name ?? words.label.team),
      cell(conceptsWords(categories, words), words.status[status], periodWords(period, words)),
      cell(...(members ?? []).map((one) => participationsWords([one], context))),
    ],
    details: [
      ...details(context, [['location', refsWords(locations, context)]]),
      ...said({ ...told, encounter }, context),
    ],
  };
}

function relatedRow({ names, relationships, roles, ...contactable }: RelatedPerson, context: Context): Row {
  const { contact, details } = reached(contactable, context);
  const { words } = context;
  return {
    cells: [
      main(names?.map((one) => fullNameWords(one, context)).join('; ') || words.absent.unknown),
      cell(conceptsWords(relationships, words), conceptsWords(roles, words)),
      contact,
    ],
    details,
  };
}

/** A practitioner with all that he or she is at organisations. */
function practitionerRow(item: Practitioner, context: Context): Row {
  const { names, gender, qualifications, ...contactable } = item;
  const { words, record } = context;
  const roles = record.people.practitionerRole.filter(
    ({ practitioner }) => practitioner?.ref === `practitioner/${contactable.id}`,
  );
  const ways = [contactable, ...roles.map(contactableOf)].map((one) => reached(one, context));
  const contact = new Map(
    ways.flatMap(({ contact }) => contact.text).map((text) => [JSON.stringify(text), text]),
  );
  return {
    cells: [
      main(names?.map((one) => fullNameWords(one, context)).join('; ') || words.absent.unknown),
      cell(conceptsWords(qualifications, words), ...roles.flatMap((one) => rolesWords(one, context))),
      cell(...contact.values()),
    ],
    details: [
      ...details(context, [['gender', gender && words.gender[gender]]]),
      ...unique(ways.flatMap(({ details }) => details)),
    ],
  };
}

const unique = (given: readonly Detail[]): Detail[] => [
  ...new Map(given.map((one) => [`${one.label}: ${one.value}`, one])).values(),
];

function contactableOf(item: PractitionerRole): Contactable {
  const {
    practitioner: _who,
    organization: _where,
    codes: _codes,
    specialties: _fields,
    ...contactable
  } = item;
  return contactable;
}

const rolesWords = ({ codes, specialties, organization }: PractitionerRole, context: Context): string[] =>
  [
    conceptsWords(codes, context.words),
    conceptsWords(specialties, context.words),
    refWords(organization, context),
  ].filter((one) => one !== undefined);

/** A role of somebody who is not named. */
function roleRow(item: PractitionerRole, context: Context): Row {
  const { contact, details } = reached(contactableOf(item), context);
  const [first, ...others] = rolesWords(item, context);
  return { cells: [main(first ?? context.words.absent.unknown), cell(...others), contact], details };
}

function organizationRow({ name, types, partOf, ...contactable }: Organization, context: Context): Row {
  const { contact, details: numbers } = reached(contactable, context);
  return {
    cells: [
      main(name ?? context.words.label.organization),
      cell(conceptsWords(types, context.words)),
      contact,
    ],
    details: [...details(context, [['partOfOrganization', refWords(partOf, context)]]), ...numbers],
  };
}

function locationRow({ name, types, organization, ...contactable }: Location, context: Context): Row {
  const { contact, details: numbers } = reached(contactable, context);
  return {
    cells: [main(name ?? context.words.label.location), cell(conceptsWords(types, context.words)), contact],
    details: [...details(context, [['organization', refWords(organization, context)]]), ...numbers],
  };
}

function deviceRow(
  { name, model, software, types, organization, ...contactable }: Device,
  context: Context,
): Row {
  const { contact, details: numbers } = reached(contactable, context);
  return {
    cells: [
      main([name, model].filter(Boolean).join(' ') || software || context.words.label.device),
      cell(conceptsWords(types, context.words), software),
      contact,
    ],
    details: [...details(context, [['organization', refWords(organization, context)]]), ...numbers],
  };
}
