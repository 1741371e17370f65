// No register stands directly below the three roots: what has two arcs only names nothing.
const OID = /^[0-2](\.(0|[1-9]\d*)){2,}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const URI = /^(https?:|urn:)/i;

/** Whether a text is an OID in dotted form, without a prefix. */
export const isOid = (text: string): boolean => OID.test(text);

/** Whether a text is a UUID without a prefix, in either case. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** Whether a text already is a URI of the kinds that systems are named by. */
export const isUri = (text: string): boolean => URI.test(text);

/** The OID of a text that is one, with or without `urn:oid:`. */
export function oidIn(text: string): string | undefined {
  const bare = text.trim().replace(/^urn:oid:/i, '');
  return isOid(bare) ? bare : undefined;
}

/** What a root or code system that is neither OID, UUID nor URI stands for in a system of ours. */
type LiteralKind = 'id-root' | 'code-system';

/** The URI of a text that no table knows: by OID, by UUID (in lower case), else a system of ours that keeps the literal. */
export function plainUriOf(text: string, kind: LiteralKind): string {
  if (isUri(text)) return text;
  if (isOid(text)) return `urn:oid:${text}`;
  if (isUuid(text)) return `urn:uuid:${text.toLowerCase()}`;
  return `urn:chartlift:${kind}:${encodeURIComponent(text)}`;
}
