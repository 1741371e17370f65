import type { Document, Identifier, Participation } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { noteExtensions } from '../datatypes/annotation.ts';
import { conceptAlways, wordsOfConcept } from '../datatypes/concept.ts';
import { absentExtension, absentReference } from '../datatypes/extension.ts';
import { identifier } from '../datatypes/identifier.ts';
import { narrative } from '../datatypes/narrative.ts';
import { dated, datedAlways } from '../datatypes/when.ts';
import { everyField } from '../every-field.ts';
import type { Composition, CompositionAttester, CompositionRelatesTo, Reference } from '../fhir-types.ts';
import { eventOf, headerExtensions } from './composition-header.ts';
import { sectionOf } from './composition-section.ts';

const confidentialities = ['U', 'L', 'M', 'N', 'R', 'V'] as const;

/**
 * A document as a Composition: its header and its sections. It is final: a C-CDA document is what its custodian keeps,
 * and CDA has no other status.
 */
export function composition(item: Document, context: Context): Composition {
  const { id, identifiers: numbers = [], text, authors, notes, source: _reference, ...given } = item;
  const { setId, version, templates, type, title, date, confidentiality, language, ...more } = given;
  const { custodian, dataEnterer: _a, labels: _labels, informants: _b, recipients: _c, ...late } = more;
  const { legalAuthenticator: _d, authenticators: _e, ...last } = late;
  const {
    participants: _f,
    events,
    orders: _g,
    consents: _h,
    related = [],
    encounter,
    sections,
    ...rest
  } = last;
  everyField(rest);
  const [number] = setId ? [setId] : numbers;
  return resource<Composition>(
    {
      resourceType: 'Composition',
      id,
      meta: {
        tag: templates?.map((template) => ({ system: 'urn:ietf:rfc:3986', code: templateUri(template) })),
      },
      language,
      text: narrative(text),
      extension: [...headerExtensions(item, version, context), ...noteExtensions(notes, context)],
      identifier: number && identifier(number),
      status: 'final',
      type: conceptAlways(type),
      subject: context.subject,
      encounter: context.refer(encounter, 'encounter', 'encounter'),
    },
    datedAlways('date', date),
    {
      author: authorsOf(authors, context),
    },
    titleOf(title, type),
    {
      // FHIR takes HL7's six codes here; any other stands in DocumentReference.securityLabel.
      confidentiality: confidentialities.find((code) => code === confidentiality?.codings[0]?.code),
      attester: attestersOf(item, context),
      custodian: context.refer(custodian, 'custodian', 'organization'),
      relatesTo: related.flatMap((other) => relatesTo(other, setId, context)),
      event: events?.map((event) => eventOf(event)),
      section: sections?.map((section) => sectionOf(section, context)),
    },
  );
}

/** CDA's `root` or `root:extension` as a URI. */
function templateUri(template: string): string {
  if (template.startsWith('urn:')) return template;
  return template.includes(':') ? `urn:hl7ii:${template}` : `urn:oid:${template}`;
}

/** An author is required. */
function authorsOf(authors: readonly Participation[] = [], context: Context): Reference[] {
  const known = authors.flatMap(({ who }) => context.refer(who, 'authors', 'author') ?? []);
  return known.length > 0 ? known : [absentReference];
}

/** A title is required: the source's, else the name of the type. */
function titleOf(title: string | undefined, type: Document['type']): Partial<Composition> {
  const words = title ?? (type && wordsOfConcept(type));
  return words ? { title: words } : ({ _title: { extension: [absentExtension()] } } as object);
}

/** Practitioners attest professionally, the patient and kin for themselves. */
const modeOf = ({ who }: Participation): CompositionAttester['mode'] =>
  who && /^(patient|relatedPerson)\b/.test(who.ref) ? 'personal' : 'professional';

/** The legal authenticator attests legally, whoever it is. */
function attestersOf(
  { legalAuthenticator, authenticators = [] }: Document,
  context: Context,
): CompositionAttester[] {
  const attester =
    (field: string, mode?: CompositionAttester['mode']) =>
    (one: Participation): CompositionAttester => ({
      mode: mode ?? modeOf(one),
      ...dated('time', one.time),
      party: context.refer(one.who, field, 'party'),
    });
  return [
    ...(legalAuthenticator ? [legalAuthenticator].map(attester('legalAuthenticator', 'legal')) : []),
    ...authenticators.map(attester('authenticators')),
  ];
}

/**
 * Which documents it replaces or appends, by each of their identifiers. Their set is told by our own identifier, where it
 * is the same; the number of their version has no place in R4.
 */
function relatesTo(
  other: NonNullable<Document['related']>[number],
  own: Identifier | undefined,
  context: Context,
): CompositionRelatesTo[] {
  const { type, identifiers, setId, version, ...rest } = other;
  everyField(rest);
  if (version) context.unwritten('related.version');
  const isOwnSet = setId && own && setId.system === own.system && setId.value === own.value;
  const sets = setId && !isOwnSet ? [setId] : [];
  return [...identifiers, ...sets].map((number) => ({ code: type, targetIdentifier: identifier(number) }));
}
