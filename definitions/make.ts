import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

// node definitions/make.ts profiles-types.json profiles-resources.json
// Takes from HL7's own bundles of R4 what `chartlift validate` asks of a structure.

interface Element {
  readonly constraint?: readonly { readonly severity: string; readonly [name: string]: unknown }[];
  readonly [name: string]: unknown;
}

interface Definition {
  readonly resourceType: string;
  readonly abstract?: boolean;
  readonly snapshot: { readonly element: readonly Element[] };
  readonly [name: string]: unknown;
}

/** Of these nothing is written and nothing is expected: they define FHIR itself. */
const isOfFhir = /Definition$|^(CapabilityStatement|ImplementationGuide|TestScript|TestReport|StructureMap)$/;

const some = (object: { readonly [name: string]: unknown }, names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => (object[name] === undefined ? [] : [[name, object[name]]])));

const head = [
  'resourceType',
  'id',
  'url',
  'name',
  'kind',
  'abstract',
  'type',
  'baseDefinition',
  'derivation',
];
const kept = ['id', 'path', 'min', 'max', 'base', 'contentReference', 'type'];

const elementOf = ({ constraint = [], ...element }: Element) => {
  const rules = constraint.filter(({ severity }) => severity === 'error');
  const short = rules.map((rule) => some(rule, ['key', 'severity', 'human', 'expression']));
  return { ...some(element, kept), ...(short.length > 0 && { constraint: short }) };
};

const definitionOf = (definition: Definition) => ({
  ...some(definition, head),
  snapshot: { element: definition.snapshot.element.map(elementOf) },
});

const definitions = process.argv.slice(2).flatMap((file) => {
  const { entry } = JSON.parse(readFileSync(file, 'utf8')) as { entry: { resource: Definition }[] };
  return entry
    .map(({ resource }) => resource)
    .filter(({ resourceType, id }) => resourceType === 'StructureDefinition' && !isOfFhir.test(String(id)));
});
const text = JSON.stringify(definitions.map(definitionOf));
writeFileSync(join(import.meta.dirname, 'r4-structure.json.gz'), gzipSync(text, { level: 9 }));
process.stdout.write(`${definitions.length} definitions\n`);
