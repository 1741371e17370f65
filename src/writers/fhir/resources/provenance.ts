import type { Document, Participation } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { codeOf, concepts } from '../datatypes/concept.ts';
import { absentReference } from '../datatypes/extension.ts';
import { dated, isSaid, period } from '../datatypes/when.ts';
import { everyField } from '../every-field.ts';
import type {
  CodeableConcept,
  Provenance,
  ProvenanceAgent,
  ProvenanceEntity,
  Reference,
} from '../fhir-types.ts';
import { documentReferenceId } from './document-reference.ts';

const participantType = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';
const usCoreType = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-provenance-participant-type';
const participationType = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType';

const displays = {
  author: 'Author',
  assembler: 'Assembler',
  enterer: 'Enterer',
  informant: 'Informant',
  legal: 'Legal Authenticator',
  attester: 'Attester',
  performer: 'Performer',
  custodian: 'Custodian',
  verifier: 'Verifier',
} as const;

/** What somebody did for a document or a statement. */
export type Part = Exclude<keyof typeof displays, 'assembler'> | 'PART' | 'PRCP';

/** Somebody's part in a document or a statement; `field` names where the record holds it. */
export interface Involvement {
  readonly part: Part;
  readonly field: string;
  readonly participation: Participation;
}

const typeOfPart = (part: Part | 'assembler'): CodeableConcept =>
  part === 'PART' || part === 'PRCP'
    ? codeOf(participationType, part)
    : codeOf(participantType, part, displays[part]);

/** How the resources of a document came about: assembled by this program from the source, written by its authors. */
export function documentProvenance(item: Document, targets: readonly string[], context: Context): Provenance {
  const { options } = context;
  const { name, version } = options.program;
  return resource<Provenance>({
    resourceType: 'Provenance',
    id: options.make('Provenance', item.id),
    target: targets.map((reference) => ({ reference })),
    recorded: options.asOf,
    agent: [
      { type: typeOfPart('assembler'), who: { display: `${name} ${version}` } },
      ...transmitterOf(item, context),
      ...untimed(item).map((one) => agentOf(one, context)),
    ],
    entity: [entityOf(item, context)],
  });
}

/** Whose archive the document came from: US Core's transmitter, who gave the copy. */
function transmitterOf({ custodian }: Document, context: Context): ProvenanceAgent[] {
  const who = context.refer(custodian, 'custodian', 'author');
  return who ? [{ type: codeOf(usCoreType, 'transmitter', 'Transmitter'), who }] : [];
}

/** That it was made from this document. */
const entityOf = (item: Document, context: Context): ProvenanceEntity => ({
  role: 'source',
  what: sourceOf(item, context),
});

/** The source: its DocumentReference, and the hash of its bytes as an identifier. */
const sourceOf = ({ id, source }: Document, { options }: Context): Reference => ({
  reference: `DocumentReference/${documentReferenceId(options, id)}`,
  identifier: { system: 'urn:chartlift:sha-256', value: source.sha256 },
});

/** Who did what and when: one part of one person in some resources. */
export function participationProvenance(
  involvement: Involvement,
  { id, targets, sources }: { id: string; targets: readonly string[]; sources: readonly Document[] },
  context: Context,
): Provenance {
  const { time, period: span } = involvement.participation;
  return resource<Provenance>(
    {
      resourceType: 'Provenance',
      id,
      target: targets.map((reference) => ({ reference })),
    },
    isSaid(time) ? dated('occurredDateTime', time) : { occurredPeriod: period(span) },
    {
      recorded: context.options.asOf,
      agent: [agentOf(involvement, context)],
      entity: sources.map((item) => entityOf(item, context)),
    },
  );
}

function agentOf({ part, field, participation }: Involvement, context: Context): ProvenanceAgent {
  const { who, time, period: span, roles, ...rest } = participation;
  everyField(rest);
  if (isSaid(time) && span) context.unwritten(field);
  return {
    type: typeOfPart(part),
    role: concepts(roles),
    who: context.refer(who, field, 'author') ?? absentReference,
    onBehalfOf: context.ownerOf(who),
  };
}

/** All that the header says of who did what. */
export function involvements(item: Document): Involvement[] {
  const those = (
    part: Part,
    field: string,
    list: readonly (Participation | undefined)[] = [],
  ): Involvement[] =>
    list.flatMap((participation) => (participation ? [{ part, field, participation }] : []));
  return [
    ...those('author', 'authors', item.authors),
    ...those('enterer', 'dataEnterer', [item.dataEnterer]),
    ...those('informant', 'informants', item.informants),
    ...those('legal', 'legalAuthenticator', [item.legalAuthenticator]),
    ...those('attester', 'authenticators', item.authenticators),
    ...those(
      'performer',
      'events',
      item.events?.flatMap((event) => event.performers ?? []),
    ),
    ...those('PART', 'participants', item.participants),
    ...those('PRCP', 'recipients', item.recipients),
    ...those('custodian', 'custodian', [item.custodian && { who: item.custodian }]),
  ];
}

const isTimed = ({ participation: { time, period: span } }: Involvement): boolean =>
  isSaid(time) || span !== undefined;

/** The attesters' times stand in the Composition; other times need a Provenance of their own. */
export const timed = (item: Document): Involvement[] =>
  involvements(item).filter((one) => isTimed(one) && one.part !== 'legal' && one.part !== 'attester');

/** Who goes into the document's own Provenance: its authors always, others where no time is lost by it. */
const untimed = (item: Document): Involvement[] => {
  const apart = new Set(timed(item).map(({ participation }) => participation));
  return involvements(item).filter(
    ({ part, participation }) => part === 'author' || !apart.has(participation),
  );
};
