import type { LedgerLine, PatientRecord } from '../../src/record/index.ts';
import type { Json } from '../conversion.ts';

const visit = (value: Json, see: (object: Json) => void): void => {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) see(value);
  for (const one of Object.values(value)) visit(one, see);
};

/** References of a record that lead to nothing in it. */
export function danglingRefs(record: PatientRecord): string[] {
  const known = new Set([`patient/${record.patient.id}`]);
  for (const shelf of [record.statements, record.people]) {
    for (const [kind, items] of Object.entries(shelf)) for (const { id } of items) known.add(`${kind}/${id}`);
  }
  const dangling: string[] = [];
  visit(record, ({ ref }) => {
    if (typeof ref === 'string' && !known.has(ref)) dangling.push(ref);
  });
  return dangling;
}

/** References of resources that lead to none of them, nor to what stands inside the same resource. */
export function danglingReferences(resources: readonly Json[]): string[] {
  const known = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id}`));
  return resources.flatMap((resource) => {
    const contained = new Set((resource.contained ?? []).map(({ id }: Json) => `#${id}`));
    const dangling: string[] = [];
    visit(resource, ({ reference }) => {
      if (typeof reference !== 'string' || known.has(reference) || contained.has(reference)) return;
      dangling.push(`${resource.resourceType}/${resource.id} → ${reference}`);
    });
    return dangling;
  });
}

/** Ids that stand on more than one resource. */
export function repeatedIds(resources: readonly Json[]): string[] {
  const seen = Map.groupBy(resources, ({ resourceType, id }) => `${resourceType}/${id}`);
  return [...seen].filter(([, { length }]) => length > 1).map(([key]) => key);
}

/** Units of a kind by their place that have another number of ledger lines than one. */
export function unaccounted(lines: readonly LedgerLine[], unit: LedgerLine['unit'], count: number): string[] {
  const own = lines.filter((line) => line.unit === unit);
  const places = Map.groupBy(own, ({ place }) => `${place.file} ${place.path}`);
  const twice = [...places].filter(([, { length }]) => length !== 1).map(([place]) => place);
  return own.length === count ? twice : [...twice, `${count} of ${unit}, ${own.length} lines`];
}
