import { z } from 'zod';
import * as record from '../record/index.ts';
import { identifierType, participationRole } from './bindings.ts';
import type { FieldType, ObjectType } from './field-type.ts';
import { referencesOf } from './references.ts';

const text: FieldType = { is: 'text' };
const when: FieldType = { is: 'when' };

const object = (
  name: string,
  fields: Readonly<Record<string, FieldType>>,
  more: Partial<ObjectType> = {},
): ObjectType => ({ is: 'object', name, fields: new Map(Object.entries(fields)), ...more });

const list = (of: FieldType): FieldType => ({ is: 'list', of });

const coding = object(
  'coding',
  { system: text, version: text, code: text, display: text },
  { short: 'code' },
);

/** A meaning: one code written plainly, further ones under `also`, the source's own words. */
export const conceptType = object(
  'concept',
  { system: text, version: text, code: text, display: text, text, also: list(coding) },
  { short: 'text' },
);

const quantity = object(
  'quantity',
  { value: { is: 'decimal' }, unit: text, system: text, code: text },
  { short: 'value', needs: ['value'] },
);

const attachment = object(
  'attachment',
  {
    text,
    file: text,
    contentType: text,
    language: text,
    url: text,
    title: text,
    sha256: text,
    pages: text,
    data: text,
  },
  { short: 'text' },
);

const period = object('period', { start: when, end: when });

const identifier = object(
  'identifier',
  { system: text, value: text, type: { ...conceptType, binding: identifierType }, assigner: text },
  { short: 'value', needs: ['value'] },
);

/** What a single value stands for in objects of the record, and what each must have. */
const shapes: readonly (readonly [z.ZodType, string, Partial<ObjectType>])[] = [
  [record.humanName, 'name', { short: 'text' }],
  [record.address, 'address', { short: 'text' }],
  [record.telecom, 'telecom', { short: 'value', needs: ['value'] }],
  [record.annotation, 'annotation', { short: 'text', needs: ['text'] }],
  [record.participation, 'participation', { short: 'who', needs: ['who'] }],
  [record.dosage, 'dosage', { short: 'text' }],
  [record.observationValue, 'value', { short: 'string' }],
  [record.observationComponent, 'component', {}],
  [record.referenceRange, 'referenceRange', { short: 'text' }],
  [record.reaction, 'reaction', { short: 'manifestation', needs: ['manifestation'] }],
  [record.range, 'range', {}],
  [record.ratio, 'ratio', {}],
  [record.timing, 'timing', {}],
  [record.product, 'product', {}],
  [record.communication, 'communication', { short: 'language', needs: ['language'] }],
  [record.coverageClass, 'coverageClass', {}],
  [record.familyCondition, 'familyCondition', { short: 'code', needs: ['code'] }],
];

const known = new Map<z.ZodType, FieldType>([
  [record.concept, conceptType],
  [record.coding, coding],
  [record.quantity, quantity],
  [record.attachment, attachment],
  [record.period, period],
  [record.identifier, identifier],
  [record.when, when],
]);

/** Fields that a reader or a writer gives, and no mapping. */
const hidden = new Set(['id', 'absent', 'literal', 'xhtml', 'sha1', 'size']);

/** What a mapping can say at a place of the record, told from the record's own schema. */
export function fieldTypeOf(schema: z.ZodType, name: string): FieldType {
  const found = known.get(schema);
  if (found) return found;
  if (schema === record.reference) return { is: 'reference', to: referencesOf(name) };
  const type = make(schema, name);
  if (type.is === 'object') known.set(schema, type);
  return type;
}

function make(schema: z.ZodType, name: string): FieldType {
  if (schema instanceof z.ZodOptional) return fieldTypeOf(schema.unwrap() as z.ZodType, name);
  if (schema instanceof z.ZodArray) return list(fieldTypeOf(schema.element as z.ZodType, name));
  if (schema instanceof z.ZodEnum) return { is: 'word', words: schema.options.map(String) };
  if (schema instanceof z.ZodObject) return objectOf(schema, name);
  if (schema instanceof z.ZodBoolean) return { is: 'boolean' };
  if (schema instanceof z.ZodNumber) return { is: schema.isInt ? 'integer' : 'number' };
  return name === 'integer' ? { is: 'decimal' } : text;
}

function objectOf(schema: z.ZodObject, name: string): ObjectType {
  const [, called = name, more = {}] = shapes.find(([one]) => one === schema) ?? [];
  const fields = fieldsOf(schema);
  if (schema === record.participation)
    fields.set('roles', list({ ...conceptType, binding: participationRole }));
  return { is: 'object', name: called, fields, ...more };
}

/** The fields of an object of the record that a mapping can set. */
export function fieldsOf(schema: z.ZodObject): Map<string, FieldType> {
  const entries = Object.entries(schema.shape as Record<string, z.ZodType>);
  return new Map(
    entries.filter(([name]) => !hidden.has(name)).map(([name, one]) => [name, fieldTypeOf(one, name)]),
  );
}
