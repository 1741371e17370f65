import type { Identifier as RecordIdentifier, Narrative as RecordNarrative } from '../../record/index.ts';
import { identifiers } from './datatypes/identifier.ts';
import { narrative } from './datatypes/narrative.ts';
import type { Extension, Identifier, Narrative, Resource } from './fhir-types.ts';

/** What each resource of a statement begins with, in the order of the specification. */
interface Head<T extends Resource['resourceType']> {
  resourceType: T;
  id: string;
  text: Narrative | undefined;
  contained: Resource[] | undefined;
  extension: Extension[] | undefined;
  identifier: Identifier[] | undefined;
}

/**
 * The start of a statement's resource: `more` holds what stands before the identifiers, and words for one
 * that the source tells by no text. */
export const headOf = <T extends Resource['resourceType']>(
  resourceType: T,
  item: { id: string; text?: RecordNarrative | undefined; identifiers?: RecordIdentifier[] | undefined },
  more: Partial<Pick<Head<T>, 'text' | 'contained' | 'extension'>> = {},
): Head<T> => ({
  resourceType,
  id: item.id,
  text: narrative(item.text) ?? more.text,
  contained: more.contained,
  extension: more.extension,
  identifier: identifiers(item.identifiers),
});
