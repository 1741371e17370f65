import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { XmlElement } from '../../src/readers/xml/element.ts';
import { type Conversion, convert, type Json } from '../conversion.ts';
import { element } from '../reading.ts';
import { corpus } from './corpus.ts';

const folder = join(corpus, 'synthea-triples', 'open');

/** One of Synthea's own resources, ours that answer to it, and the statement of the document that both come from. */
export interface Pair {
  readonly theirs: Json;
  readonly ours: readonly Json[];
  readonly source: XmlElement | undefined;
}

/** One patient in two renderings. */
export interface Chart {
  readonly name: string;
  readonly document: XmlElement;
  readonly conversion: Conversion;
  readonly theirs: readonly Json[];
  readonly pairs: readonly Pair[];
}

/** Synthea writes local times without their zone; it ran in UTC. */
const offsetAt = () => '+00:00';

/** All patients of whom there is a document. */
export const charts = (): Chart[] =>
  globSync('*.xml', { cwd: join(folder, 'ccda') })
    .toSorted()
    .map((file) => {
      const xml = readFileSync(join(folder, 'ccda', file), 'utf8');
      const bundle = JSON.parse(readFileSync(join(folder, 'fhir', file.replace(/xml$/, 'json')), 'utf8'));
      const theirs = bundle.entry.map(({ resource }: Json) => resource);
      return chartOf(file, { xml, theirs });
    });

function chartOf(name: string, { xml, theirs }: { xml: string; theirs: Json[] }): Chart {
  const document = element(xml);
  const conversion = convert(xml, { offsetAt });
  const sources = statementsOf(document);
  const ours = Map.groupBy(
    conversion.resources.flatMap((one) =>
      uuidsOf(one).map((uuid) => ({ key: `${one.resourceType} ${uuid}`, one })),
    ),
    ({ key }) => key,
  );
  const pairs = theirs.map((one): Pair => {
    const source = namesOf(one)
      .map((uuid) => sources.get(uuid))
      .find((found) => found !== undefined);
    const keys = source ? spokenFor(source).map((uuid) => `${one.resourceType} ${uuid}`) : [];
    const found = keys.flatMap((key) => ours.get(key) ?? []).map(({ one }) => one);
    return { theirs: one, ours: [...new Set(found)], source };
  });
  const [patient] = pairs.filter(({ theirs }) => theirs.resourceType === 'Patient');
  const others = pairs.filter((pair) => pair !== patient);
  return {
    name,
    document,
    conversion,
    theirs,
    pairs: patient
      ? [{ ...patient, ours: conversion.of('Patient'), source: document.first('recordTarget') }, ...others]
      : others,
  };
}

const uuid = /^(?:urn:uuid:)?([0-9a-f]{8}-[0-9a-f-]{27})$/;

/** The UUIDs that a resource of ours has from its source. */
const uuidsOf = ({ identifier = [] }: Json): string[] =>
  [identifier].flat().flatMap(({ value = '' }) => uuid.exec(value)?.[1] ?? []);

/** Under what Synthea may have written a resource into the document. */
const namesOf = (resource: Json): string[] => [resource.id, ...uuidsOf(resource)];

const idsOf = (statement: XmlElement): string[] =>
  statement.elements('id').map(({ attributes }) => attributes['root'] ?? '');

/** The statements of the body by their ids. */
function statementsOf(document: XmlElement): Map<string, XmlElement> {
  const found = new Map<string, XmlElement>();
  const visit = (at: XmlElement): void => {
    for (const id of idsOf(at)) found.set(id, found.get(id) ?? at);
    for (const child of at.elements()) visit(child);
  };
  const body = document.first('component');
  if (body) visit(body);
  return found;
}

/** A concern has the id of Synthea's resource; ours has that of the observation in it. */
function spokenFor(source: XmlElement): string[] {
  const isConcern = source.name === 'act';
  const subjects = source.elementsIn('entryRelationship', 'observation');
  return isConcern ? subjects.flatMap(idsOf) : idsOf(source);
}
