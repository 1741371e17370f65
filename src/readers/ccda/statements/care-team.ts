import type { CareTeam, Concept, Participation, Period, Reference } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept, says } from '../datatypes/concept.ts';
import { readText } from '../datatypes/text.ts';
import { known, readPeriod } from '../datatypes/time.ts';
import { by, type Field, period } from '../fields.ts';
import { readLocation } from '../location.ts';
import { readParticipation } from '../participation.ts';
import { hasTemplate } from '../path.ts';
import { report, type Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { isEvent, placesIn } from './act.ts';
import { comments, commentsAt, statementFields } from './common.ts';
import { encounterReference } from './encounter-reference.ts';
import { componentsOf } from './organizer.ts';

const memberTemplate = ['2.16.840.1.113883.10.20.22.4.500.1'];
const typeTemplate = ['2.16.840.1.113883.10.20.22.4.500.2'];
const scheduleTemplate = ['2.16.840.1.113883.10.20.22.4.500.3'];

/** ActStatus → FHIR's care-team-status: a team whose work is done or broken off is one no more. */
const statuses: Readonly<Record<string, CareTeam['status']>> = {
  new: 'proposed',
  active: 'active',
  held: 'suspended',
  suspended: 'suspended',
  completed: 'inactive',
  aborted: 'inactive',
  cancelled: 'inactive',
  obsolete: 'inactive',
  nullified: 'entered-in-error',
};

function statusOf(element: XmlElement): CareTeam['status'] {
  const code = element.first('statusCode')?.attributes['code']?.trim() ?? '';
  return Object.hasOwn(statuses, code) ? (statuses[code] ?? 'unknown') : 'unknown';
}

const actsOf = (team: XmlElement): XmlElement[] =>
  componentsOf(team, 'act').filter(
    (act) =>
      hasTemplate(act, memberTemplate) ||
      (act.attributes['classCode'] === 'PCPR' && act.first('performer') !== undefined),
  );

/** The words of the code; the code itself says only that it is a care team. */
const name: Field<string> = by('code/originalText', (from, scope) => {
  const code = from.first('code');
  const original = code?.first('originalText');
  const value = original && readText(original, scope);
  return code && value !== undefined ? { value, nodes: [code] } : undefined;
});

/** The values of Care Team Type Observations. */
const categories: Field<Concept[]> = by('component/observation/value', (from, scope) => {
  const nodes = componentsOf(from, 'observation').filter((one) => hasTemplate(one, typeTemplate));
  const values = nodes.flatMap((one) => one.elements('value')).map((one) => readConcept(one, scope));
  const value = values.filter(says);
  return value.length > 0 ? { value, nodes } : undefined;
});

const participationType = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType';
const leads: Concept = {
  codings: [{ system: participationType, code: 'PPRF', display: 'primary performer' }],
};

/** That somebody performs or takes part says nothing. */
const plain = new Set(['PRF', 'IND']);

const functionsOf = (participant: XmlElement, scope: Scope): Concept[] =>
  [...participant.elements('functionCode'), ...participant.elements('sdtc:functionCode')]
    .map((one) => readConcept(one, scope))
    .filter(says);

/** An `id` as text, to be compared with others. */
const idsIn = (element: XmlElement | undefined): string[] =>
  (element?.elements('id') ?? [])
    .filter(({ attributes }) => attributes['root'] !== undefined && attributes['nullFlavor'] === undefined)
    .map(({ attributes }) => `${attributes['root']} ${attributes['extension'] ?? ''}`);

/** The numbers by which a member act or its performer may be named as the lead. */
const numbersOf = (act: XmlElement): string[] => [
  ...idsIn(act),
  ...act.elements('performer').flatMap((one) => idsIn(one.first('assignedEntity'))),
];

const leadOf = (team: XmlElement): XmlElement[] =>
  team.elements('participant').filter(({ attributes }) => attributes['typeCode'] === 'PPRF');

/** A member's time: its act's, else its schedule's. That it is over is kept where no end is told. */
function timeOf(act: XmlElement, scope: Scope): { span?: Period; nodes: XmlElement[] } {
  const own = act.first('effectiveTime');
  const stated = own && readPeriod(own, scope);
  const isTold = known(stated?.start) !== undefined || known(stated?.end) !== undefined;
  const schedule = isTold ? undefined : scheduleOf(act);
  const value = schedule?.first('value');
  const span = value ? readPeriod(value, scope) : stated;
  const isOver = statusOf(act) === 'inactive' && known(span?.end) === undefined;
  const ended = isOver ? { ...span, end: { absent: 'unknown' as const } } : span;
  const nodes = [own, act.first('statusCode'), schedule].filter((node) => node !== undefined);
  return { ...(ended && { span: ended }), nodes };
}

const scheduleOf = (act: XmlElement): XmlElement | undefined =>
  act.elementsIn('entryRelationship', 'observation').find((one) => hasTemplate(one, scheduleTemplate));

interface Members {
  readonly value: Participation[];
  readonly nodes: XmlElement[];
}

/** Care Team Member Act: who it is with all functions, and whoever else takes part. */
function readMember(act: XmlElement, scope: Scope, lead: ReadonlySet<string>): Members {
  if (statusOf(act) === 'entered-in-error') {
    report(scope, 'care-team-member-nullified', act);
    return { value: [], nodes: [act] };
  }
  const others = act.elements('participant').filter(({ attributes }) => attributes['typeCode'] !== 'LOC');
  const { span, nodes } = timeOf(act, scope);
  const found = [...act.elements('performer'), ...others].map((node) => ({
    node,
    member: readParticipation(node, scope),
  }));
  const people = found.filter(({ member }) => member?.who !== undefined);
  // A participant who is nobody adds a function to the member.
  const added = found
    .filter(({ member }) => member?.who === undefined)
    .flatMap(({ node }) => functionsOf(node, scope));
  const extra = numbersOf(act).some((number) => lead.has(number)) ? [...added, leads] : added;
  const value = people.flatMap(({ member }, index) =>
    member ? [withRoles(member, index === 0 ? extra : [], span)] : [],
  );
  return { value, nodes: [...nodes, ...found.map(({ node }) => node)] };
}

function withRoles(
  member: Participation,
  extra: readonly Concept[],
  span: Period | undefined,
): Participation {
  const { roles: stated = [], period: own, ...rest } = member;
  const roles = [...stated.filter(({ codings }) => !plain.has(codings[0]?.code ?? '')), ...extra];
  const time = own ?? span;
  return { ...rest, ...(roles.length > 0 && { roles }), ...(time && { period: time }) };
}

/** The members; a lead who is none of them is one too. */
const members: Field<Participation[]> = by(
  'component/act/performer | participant[@typeCode=PPRF]',
  (from, scope) => {
    const leading = leadOf(from);
    const lead = new Set(leading.flatMap((one) => idsIn(one.first('participantRole'))));
    const acts = actsOf(from);
    const read = acts.map((act) => readMember(act, scope, lead));
    const isMember = acts.flatMap(numbersOf).some((number) => lead.has(number));
    const alone = isMember
      ? []
      : leading
          .map((one) => readParticipation(one, scope))
          .filter((one) => one?.who !== undefined)
          .filter((one) => one !== undefined);
    const value = [...read.flatMap((one) => one.value), ...alone];
    const nodes = [...read.flatMap((one) => one.nodes), ...leading];
    return value.length > 0 ? { value, nodes } : undefined;
  },
);

/** Where the team and its members are. */
const locations: Field<Reference[]> = by('participant[@typeCode=LOC]', (from, scope) => {
  const nodes = [from, ...actsOf(from)].flatMap(placesIn);
  const value = nodes.map((role) => readLocation(role, scope)).filter((one) => one !== undefined);
  return value.length > 0 ? { value, nodes } : undefined;
});

/** Care Team Organizer. */
export const careTeam: Definition<'careTeam'> = {
  kind: 'careTeam',
  title: 'Care Team Organizer',
  templates: ['2.16.840.1.113883.10.20.22.4.500'],
  elements: ['organizer'],
  matches: (element) => element.first('code')?.attributes['code'] === '86744-0',
  accepts: (element, scope) =>
    element.name === 'organizer' &&
    isEvent(element) &&
    (actsOf(element).length > 0 || name.read(element, scope) !== undefined),
  fields: {
    ...statementFields,
    notes: by('component/[comment] | component/act/[comment]', (from, scope) => {
      const own = commentsAt('component/[comment]').read(from, scope);
      const found = [own, ...actsOf(from).map((act) => comments.read(act, scope))].filter(
        (one) => one !== undefined,
      );
      return found.length > 0
        ? { value: found.flatMap((one) => one.value), nodes: found.flatMap((one) => one.nodes) }
        : undefined;
    }),
    status: by('statusCode', (from) => ({ value: statusOf(from), nodes: from.elements('statusCode') })),
    categories,
    name,
    period: period('effectiveTime'),
    members,
    locations,
    encounter: encounterReference,
  },
  // The code is that of all care teams; a member's words are its line in the section's narrative.
  structure: ['code', 'component/act/id', 'component/act/code', 'component/act/text'],
};
