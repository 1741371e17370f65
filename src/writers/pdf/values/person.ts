import type {
  Address,
  HumanName,
  Identifier,
  Participation,
  Reference,
  Telecom,
} from '../../../record/index.ts';
import type { Context, Entry } from '../context.ts';
import { everyField } from '../every-field.ts';
import { conceptsWords, conceptWords } from './concept.ts';
import { statementName } from './statement-name.ts';
import { periodWords, whenWords } from './when.ts';

/** A name as it is said: prefix, given names, family name, suffix. */
export function nameWords({
  text,
  family,
  given,
  prefix,
  suffix,
  use: _use,
  period: _p,
  ...rest
}: HumanName): string {
  everyField(rest);
  const parts = [...(prefix ?? []), ...(given ?? []), family, ...(suffix ?? [])].filter(Boolean).join(' ');
  if (!parts) return text ?? '';
  return text && text !== parts && !parts.includes(text) ? `${text} (${parts})` : parts;
}

/** A name with its use and the time of it. */
export const fullNameWords = (name: HumanName, { words }: Context): string =>
  withRemarks(nameWords(name), [useWords(name.use, { words }), periodWords(name.period, words)]);

const useWords = (use: string | undefined, { words }: Pick<Context, 'words'>): string | undefined =>
  use && (words.use[use] ?? use);

const withRemarks = (text: string, remarks: readonly (string | undefined)[]): string => {
  const said = remarks.filter(Boolean).join(', ');
  return said ? `${text} (${said})` : text;
};

/** An address on one line. */
export function addressWords(address: Address, { words }: Context): string {
  const { use, type, text, line, city, district, state, postalCode, country, period, ...rest } = address;
  everyField(rest);
  const place = [...(line ?? []), city, district, [state, postalCode].filter(Boolean).join(' '), country];
  const parts = place.filter(Boolean).join(', ');
  const whole = text && !parts ? text : text && text !== parts ? `${parts} (“${text}”)` : parts;
  const remarks = [useWords(use, { words }), type && words.addressType[type], periodWords(period, words)];
  return withRemarks(whole, remarks);
}

/** A phone number or the like. */
export function telecomWords({ system, value, use, period, ...rest }: Telecom, { words }: Context): string {
  everyField(rest);
  const name = system && (words.system[system] ?? system);
  const said = [name, value].filter(Boolean).join(' ');
  return withRemarks(said, [useWords(use, { words }), periodWords(period, words)]);
}

/** National numbers by the names that people know; other systems are machine addresses. */
const identifierNames: Readonly<Record<string, string>> = {
  'http://hl7.org/fhir/sid/us-ssn': 'SSN',
  'http://hl7.org/fhir/sid/us-npi': 'NPI',
  'http://hl7.org/fhir/sid/us-mbi': 'MBI',
  'http://hl7.org/fhir/sid/us-medicare': 'Medicare',
};

/** A number by which somebody is known; masked on request. */
export function identifierWords(identifier: Identifier, { words, options }: Context): string | undefined {
  const { system, value, type, assigner, shown, absent, ...rest } = identifier;
  everyField(rest);
  // A UUID or an OID as a number says nothing to people.
  if (system === 'urn:ietf:rfc:3986') return undefined;
  const name = conceptWords(type, words) ?? (system && identifierNames[system]);
  const reason = absent && words.absent[absent];
  if (value === undefined) {
    const said = shown === undefined ? [name, reason] : [name, shown, `(${reason ?? words.absent.masked})`];
    return said.filter(Boolean).join(' ') || undefined;
  }
  const number = options.maskIds ? masked(value) : value;
  return withRemarks([name, number].filter(Boolean).join(' '), [assigner]);
}

/** The last four characters; of a short number none. */
const masked = (value: string): string =>
  value.length > 6
    ? value.slice(0, -4).replace(/[\p{L}\p{N}]/gu, 'x') + value.slice(-4)
    : value.replace(/[\p{L}\p{N}]/gu, 'x');

/** What the part of the record is called that a reference names. */
export function refWords(reference: Reference | undefined, context: Context): string | undefined {
  if (!reference) return undefined;
  if (reference.ref === `patient/${context.record.patient.id}`) return patientName(context);
  const entry = context.entry(reference);
  const name = entry && entryName(entry, context);
  const { display } = reference;
  if (!name || !display || name.includes(display)) return name ?? display;
  return `${name} (${display})`;
}

export const refsWords = (
  references: readonly Reference[] | undefined,
  context: Context,
): string | undefined =>
  references
    ?.map((one) => refWords(one, context))
    .filter(Boolean)
    .join('; ') || undefined;

/** The name by which a patient is known: the usual or legal one. */
export function patientName({ record, words }: Context): string {
  const { names = [] } = record.patient;
  const isFormer = ({ use }: HumanName) =>
    use === 'maiden' || use === 'old' || use === 'nickname' || use === 'anonymous';
  const name = names.find((one) => !isFormer(one)) ?? names[0];
  return (name && nameWords(name)) || words.say.unnamed;
}

function entryName(entry: Entry, context: Context): string | undefined {
  switch (entry.kind) {
    case 'practitioner':
    case 'relatedPerson':
      return entry.item.names?.map(nameWords).find(Boolean) ?? roleName(entry, context);
    case 'practitionerRole':
      return roleWords(entry.item, context);
    case 'organization':
    case 'location':
      return entry.item.name ?? conceptsWords(entry.item.types, context.words);
    case 'device':
      return [entry.item.name, entry.item.model, entry.item.software].filter(Boolean).join(' ') || undefined;
    default:
      return statementName(entry, context.words);
  }
}

const roleName = (entry: Entry, { words }: Context): string | undefined =>
  entry.kind === 'relatedPerson'
    ? conceptsWords(entry.item.relationships ?? entry.item.roles, words)
    : undefined;

function roleWords(
  { practitioner, organization, specialties, codes }: Extract<Entry, { kind: 'practitionerRole' }>['item'],
  context: Context,
): string | undefined {
  const [who, where] = [refWords(practitioner, context), refWords(organization, context)];
  if (who) return where ? `${who} (${where})` : who;
  return where ?? conceptsWords(codes ?? specialties, context.words);
}

/** Who took part, as what, and when. */
export function participationWords(
  participation: Participation | undefined,
  context: Context,
): string | undefined {
  if (!participation) return undefined;
  const { who, time, roles, period, ...rest } = participation;
  everyField(rest);
  const { words } = context;
  const remarks = [conceptsWords(roles, words), whenWords(time, words), periodWords(period, words)];
  const name = refWords(who, context);
  return name ? withRemarks(name, remarks) : remarks.filter(Boolean).join(', ') || undefined;
}

export const participationsWords = (
  participations: readonly Participation[] | undefined,
  context: Context,
): string | undefined =>
  participations
    ?.map((one) => participationWords(one, context))
    .filter(Boolean)
    .join('; ') || undefined;
