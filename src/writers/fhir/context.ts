import type { Issue, Place } from '../../issue/index.ts';
import type {
  Device,
  PatientRecord,
  PractitionerRole,
  Reference as RecordReference,
} from '../../record/index.ts';
import type { Binary, Reference } from './fhir-types.ts';
import type { FhirOptions } from './options.ts';
import { type Allowed, addressOf, allowed, partsOf, type RecordKind, typeOf } from './references.ts';

/** What a resource function is given beside its part of the record. */
export interface Context {
  readonly options: FhirOptions;
  /** The patient, as a reference. */
  readonly subject: Reference;
  /** For whom a device works: its owner. */
  ownerOf(reference: RecordReference | undefined): Reference | undefined;
  /** A reference, where FHIR allows one of that kind in that place. */
  refer(reference: RecordReference | undefined, field: string, place: Allowed): Reference | undefined;
  /** The address of the Binary that holds kept bytes, where they are to be in the bundle. */
  binary(sha256: string, contentType: string | undefined): string | undefined;
  /** Says that a field of the record has no place in the resource. */
  unwritten(field: string): void;
}

/** What all contexts of one record share. */
export interface Shared {
  readonly options: FhirOptions;
  readonly subject: Reference;
  readonly roles: ReadonlyMap<string, PractitionerRole>;
  readonly devices?: ReadonlyMap<string, Device>;
  /** The record, whose trace is made when it is first asked for. */
  readonly traced: Pick<PatientRecord, 'trace' | 'traceOf'>;
  readonly issues: Issue[];
  /** Bytes that stand beside what names them, with the parts that do. */
  readonly binaries: Map<string, { readonly resource: Binary; readonly parts: Set<string> }>;
  /** The profiles that were claimed, by `Type/id`. */
  readonly claims: Map<string, string>;
  /** What was said already: a field that several resources leave out is one loss. */
  readonly said: Set<string>;
}

/** A desk for one record, or for the directory. */
export const sharedOf = (given: Omit<Shared, 'issues' | 'binaries' | 'claims' | 'said'>): Shared => ({
  ...given,
  issues: [],
  binaries: new Map(),
  claims: new Map(),
  said: new Set(),
});

/** The context of one part of the record, `kind/id`. */
export function contextOf(shared: Shared, part: string): Context {
  const { options, subject, issues, said } = shared;
  const unwritten = (field: string): void => {
    if (said.has(`${part}.${field}`)) return;
    const resource = addressOf(part)?.split('/')[0] ?? part;
    said.add(`${part}.${field}`);
    const place = placeIn(shared, part, field);
    issues.push({ code: 'unwritten', place, details: { field, resource } });
  };
  const refer: Context['refer'] = (reference, field, place) => {
    if (!reference) return undefined;
    const address = addressIn(reference.ref, place, shared.roles);
    if (address === undefined) unwritten(field);
    const { display } = reference;
    return address || display ? { reference: address, display } : undefined;
  };
  const binary: Context['binary'] = (sha256, contentType) => {
    const { attachments = options.source === 'embed' ? 'binary' : 'copy' } = options;
    const bytes = attachments === 'binary' ? options.sourceBytes?.(sha256) : undefined;
    if (!bytes) return undefined;
    // Of one patient alone, though another may have been given the same letter.
    const id = options.make('Binary', subject.reference, sha256);
    const held = shared.binaries.get(id) ?? {
      resource: binaryOf(id, { contentType, bytes }, subject),
      parts: new Set(),
    };
    shared.binaries.set(id, held);
    held.parts.add(part);
    return `Binary/${id}`;
  };
  const ownerOf: Context['ownerOf'] = (reference) => {
    const parts = reference && partsOf(reference.ref);
    const owner = parts?.kind === 'device' ? shared.devices?.get(parts.id)?.organization : undefined;
    return owner && { reference: addressOf(owner.ref) };
  };
  return { options, subject, refer, ownerOf, binary, unwritten };
}

const binaryOf = (
  id: string,
  { contentType = 'application/octet-stream', bytes }: { contentType: string | undefined; bytes: Uint8Array },
  securityContext: Reference,
): Binary => ({
  resourceType: 'Binary',
  id,
  contentType,
  securityContext,
  data: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64'),
});

/** The address of what is referred to, where its kind is allowed; for somebody in a role who he is, or whose organisation it is. */
function addressIn(ref: string, place: Allowed, roles: Shared['roles']): string | undefined {
  const parts = partsOf(ref);
  if (!parts) return undefined;
  if (isAllowed(parts.kind, place)) return `${typeOf[parts.kind]}/${parts.id}`;
  const role = parts.kind === 'practitionerRole' ? roles.get(parts.id) : undefined;
  if (role?.practitioner && isAllowed('practitioner', place)) return addressOf(role.practitioner.ref);
  if (role?.organization && isAllowed('organization', place)) return addressOf(role.organization.ref);
  return undefined;
}

const isAllowed = (kind: RecordKind, place: Allowed): boolean =>
  (allowed[place] as readonly RecordKind[]).includes(kind);

/** Where the source says a field of a part of the record; without one, where it says the part. */
export function placeIn({ traced }: Shared, part: string, field?: string): Place {
  const fields = traced.traceOf?.(part) ?? traced.trace?.[part] ?? {};
  const [first] =
    (field === undefined ? Object.values(fields)[0] : fields[field.split('.')[0] ?? field]) ?? [];
  return placeOf(first, field === undefined ? part : `${part}.${field}`);
}

/** A trace says `file:line path`; without one the place is the path in the record. */
function placeOf(traced: string | undefined, path: string): Place {
  const [, file, line, source] = /^(.*):(\d+) (.*)$/s.exec(traced ?? '') ?? [];
  if (file === undefined) return { file: 'record', path };
  return { file, line: Number(line), path: source ?? path };
}
