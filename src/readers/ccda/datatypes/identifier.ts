import type { Identifier } from '../../../record/index.ts';
import {
  dataAbsentReasonOf,
  identifierSystemOf,
  isOid,
  isUuid,
  isValidNpi,
  npiOid,
  rootsThatNeedExtension,
} from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import type { Identified } from '../readings.ts';
import { report, type Scope } from '../scope.ts';
import { clean } from './concept.ts';

/** CDA id → FHIR identifier by the guide's table (mappingGuidance, "CDA id → FHIR Identifier"). */
export function readIdentifier(element: XmlElement, scope: Scope): Identifier | undefined {
  const root = clean(element.attributes['root']);
  const extension = clean(element.attributes['extension']);
  const assigner = clean(element.attributes['assigningAuthorityName']);
  const found = identifierOf(root, extension, element, scope);
  return found && (assigner ? { ...found, assigner } : found);
}

function identifierOf(
  root: string | undefined,
  extension: string | undefined,
  element: XmlElement,
  scope: Scope,
): Identifier | undefined {
  const { nullFlavor } = element.attributes;
  if (root === undefined) return extension === undefined ? undefined : { value: extension };
  if (extension === undefined) return rootAlone(root, nullFlavor, element, scope);
  // What is left of a masked number is nobody's number: it must match nothing.
  if (nullFlavor === 'MSK')
    return { system: systemOf(root, element, scope), shown: extension, absent: 'masked' };
  if (root === uriOid) return splitUri(extension);
  if (root === npiOid && !isValidNpi(extension)) {
    report(scope, 'npi-invalid', element);
    return { system: `urn:oid:${npiOid}`, value: extension };
  }
  return { system: systemOf(root, element, scope), value: extension };
}

/** `urn:ietf:rfc:3986` as an OID: the extension is a URI of its own. */
const uriOid = '2.16.840.1.113883.4.873';

function splitUri(uri: string): Identifier {
  const cut = uri.startsWith('urn:') ? uri.lastIndexOf(':') : uri.lastIndexOf('/');
  return cut > uri.indexOf('//') + 1 && cut < uri.length - 1
    ? { system: uri.slice(0, cut), value: uri.slice(cut + 1) }
    : { system: 'urn:ietf:rfc:3986', value: uri };
}

function rootAlone(
  root: string,
  nullFlavor: string | undefined,
  element: XmlElement,
  scope: Scope,
): Identifier | undefined {
  // The OID of a numbering system is nobody's number (guide, note 1).
  if (rootsThatNeedExtension.has(root))
    return { system: identifierSystemOf(root), absent: dataAbsentReasonOf(nullFlavor ?? 'UNK') };
  if (nullFlavor !== undefined)
    return { system: systemOf(root, element, scope), absent: dataAbsentReasonOf(nullFlavor) };
  if (isUuid(root)) return { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${root.toLowerCase()}` };
  if (isOid(root)) return { system: 'urn:ietf:rfc:3986', value: `urn:oid:${root}` };
  report(scope, 'id-root-invalid', element);
  return { system: 'urn:chartlift:id-root', value: root };
}

function systemOf(root: string, element: XmlElement, scope: Scope): string {
  const { roots } = scope.readings;
  const known = roots.get(root) ?? { isValid: isUuid(root) || isOid(root), system: identifierSystemOf(root) };
  roots.set(root, known);
  // A root that is neither OID nor UUID keeps its literal under a system of ours.
  if (!known.isValid) report(scope, 'id-root-invalid', element);
  return known.system;
}

/** All `id` children that the path `id` names. */
export function readIdentifiers(from: XmlElement, scope: Scope): Identified | undefined {
  const { identifiers } = scope.readings;
  if (!identifiers.has(from)) identifiers.set(from, identifiersOf(from, scope));
  return identifiers.get(from);
}

function identifiersOf(from: XmlElement, scope: Scope): Identified | undefined {
  const nodes = from.elements('id');
  if (nodes.length === 0) return undefined;
  const value: Identifier[] = [];
  for (const node of nodes) {
    const found = readIdentifier(node, scope);
    if (found) value.push(found);
  }
  return value.length > 0 ? { value: distinct(value), nodes } : undefined;
}

/** Some exports write one identifier twice. */
const distinct = (identifiers: Identifier[]): Identifier[] =>
  identifiers.length < 2
    ? identifiers
    : [...new Map(identifiers.map((identifier) => [JSON.stringify(identifier), identifier])).values()];
