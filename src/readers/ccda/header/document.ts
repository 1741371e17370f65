import {
  compact,
  type Document,
  type Identifier,
  listOf,
  type OutsideAct,
  type Participation,
  type RelatedDocument,
  type Source,
} from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { clean, readConcept, says } from '../datatypes/concept.ts';
import { readIdentifier, readIdentifiers } from '../datatypes/identifier.ts';
import { readPeriod, readWhen } from '../datatypes/time.ts';
import { readOrganization, readParticipation, readParticipations } from '../participation.ts';
import { report, type Scope } from '../scope.ts';
import { readEncompassingEncounter } from './encounter.ts';

const concept = (element: XmlElement | undefined, scope: Scope) => {
  const found = element && readConcept(element, scope);
  return says(found) ? found : undefined;
};

const identifier = (element: XmlElement | undefined, scope: Scope): Identifier | undefined =>
  element && readIdentifier(element, scope);

/** The header → everything of the document but its sections (US Realm Header). */
export function readHeader(root: XmlElement, source: Source, scope: Scope): Document {
  const first = (name: string) => root.first(name);
  const all = (name: string) => readParticipations(root, name, scope);
  const effectiveTime = first('effectiveTime');
  const encounter = first('componentOf')?.first('encompassingEncounter');
  const participation = (name: string): Participation | undefined => {
    const element = first(name);
    return element && readParticipation(element, scope);
  };
  return compact({
    id: 'document',
    source,
    identifiers: listOf([identifier(first('id'), scope)]),
    setId: identifier(first('setId'), scope),
    version: clean(first('versionNumber')?.attributes['value']),
    templates: listOf(root.elements('templateId').map(templateOf)),
    type: concept(first('code'), scope),
    title: clean(first('title')?.text()),
    date: effectiveTime && readWhen(effectiveTime, scope),
    confidentiality: concept(first('confidentialityCode'), scope),
    language: clean(first('languageCode')?.attributes['code']),
    authors: all('author'),
    custodian: readCustodian(root, scope),
    dataEnterer: participation('dataEnterer'),
    informants: all('informant'),
    recipients: all('informationRecipient'),
    legalAuthenticator: participation('legalAuthenticator'),
    authenticators: all('authenticator'),
    participants: all('participant'),
    events: listOf(root.elements('documentationOf').map((one) => readEvent(one, scope))),
    orders: listOf(actsIn(root, ['inFulfillmentOf', 'order']).map((one) => readAct(one, scope))),
    consents: listOf(actsIn(root, ['authorization', 'consent']).map((one) => readAct(one, scope))),
    related: listOf(root.elements('relatedDocument').map((one) => readRelated(one, scope))),
    encounter: encounter && readEncompassingEncounter(encounter, scope),
  } as Document);
}

const templateOf = ({ attributes }: XmlElement): string | undefined => {
  const root = clean(attributes['root']);
  const extension = clean(attributes['extension']);
  return root && extension ? `${root}:${extension}` : root;
};

/** The organisation that keeps the document. */
export function readCustodian(root: XmlElement, scope: Scope) {
  const organization = root
    .first('custodian')
    ?.first('assignedCustodian')
    ?.first('representedCustodianOrganization');
  return organization && readOrganization(organization, scope);
}

/** documentationOf/serviceEvent: what the document is about, when, and who did it. */
function readEvent(documentationOf: XmlElement, scope: Scope) {
  const event = documentationOf.first('serviceEvent');
  if (!event) return undefined;
  const code = concept(event.first('code'), scope);
  const effectiveTime = event.first('effectiveTime');
  const found = compact({
    codes: code && [code],
    period: effectiveTime && readPeriod(effectiveTime, scope),
    performers: readParticipations(event, 'performer', scope),
  });
  return Object.keys(found).length > 0 ? found : undefined;
}

const actsIn = (root: XmlElement, [relation, act]: readonly [string, string]): XmlElement[] =>
  root.elements(relation).flatMap((one) => one.elements(act));

/** An act that stands elsewhere: its numbers, and what it is. */
function readAct(act: XmlElement, scope: Scope): OutsideAct | undefined {
  const identifiers = readIdentifiers(act, scope)?.value.filter(({ value }) => value !== undefined);
  const code = concept(act.first('code'), scope);
  const found = compact({ identifiers: listOf(identifiers ?? []), code }) as OutsideAct;
  return found.identifiers || found.code ? found : undefined;
}

const relations = { RPLC: 'replaces', APND: 'appends', XFRM: 'transforms' } as const;

function readRelated(related: XmlElement, scope: Scope): RelatedDocument | undefined {
  const parent = related.first('parentDocument');
  const code = related.attributes['typeCode'] ?? '';
  const type = Object.hasOwn(relations, code) ? relations[code as keyof typeof relations] : undefined;
  const identifiers =
    parent
      ?.elements('id')
      .map((id) => readIdentifier(id, scope))
      .filter((id) => id !== undefined) ?? [];
  const setId = identifier(parent?.first('setId'), scope);
  const version = clean(parent?.first('versionNumber')?.attributes['value']);
  if (!type || (identifiers.length === 0 && !setId)) {
    report(scope, 'related-document-unread', related);
    return undefined;
  }
  return { type, identifiers, ...(setId && { setId }), ...(version && { version }) };
}

/** Where each part of the header stands, by the field of the record. */
export const headerTrace = (root: XmlElement): Readonly<Record<string, readonly XmlElement[]>> =>
  Object.fromEntries(
    Object.entries({
      authors: 'author',
      informants: 'informant',
      recipients: 'informationRecipient',
      participants: 'participant',
      events: 'documentationOf',
      orders: 'inFulfillmentOf',
      consents: 'authorization',
      related: 'relatedDocument',
    })
      .map(([field, name]) => [field, root.elements(name)] as const)
      .filter(([, elements]) => elements.length > 0),
  );
