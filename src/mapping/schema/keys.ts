import { z } from 'zod';

/** The words that may stand in the object to which a path leads. */
export function keysAt(schema: z.ZodType, root: unknown, path: readonly PropertyKey[]): string[] {
  let places: [z.ZodType, unknown][] = [[schema, root]];
  for (const key of path) places = places.flatMap(([one, value]) => inside(one, value, key));
  return [
    ...new Set(
      places.flatMap(([one, value]) => objectsIn(one, value).flatMap((object) => Object.keys(object.shape))),
    ),
  ];
}

function inside(schema: z.ZodType, value: unknown, key: PropertyKey): [z.ZodType, unknown][] {
  const next = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  return plain(schema, value).flatMap((one): [z.ZodType, unknown][] => {
    if (one instanceof z.ZodArray) return [[one.element as z.ZodType, next]];
    if (one instanceof z.ZodRecord) return [[one.valueType as z.ZodType, next]];
    const found = one instanceof z.ZodObject ? (one.shape as Record<PropertyKey, z.ZodType>)[key] : undefined;
    return found ? [[found, next]] : [];
  });
}

const objectsIn = (schema: z.ZodType, value: unknown): z.ZodObject[] =>
  plain(schema, value).filter((one) => one instanceof z.ZodObject);

/** What a schema is without its wrappers; of a choice all that it may be, of one by a word that which the word names. */
function plain(schema: z.ZodType, value: unknown): z.ZodType[] {
  if (schema instanceof z.ZodOptional) return plain(schema.unwrap() as z.ZodType, value);
  if (schema instanceof z.ZodLazy) return plain(schema.unwrap() as z.ZodType, value);
  if (!(schema instanceof z.ZodUnion)) return [schema];
  const all = (schema.options as z.ZodType[]).flatMap((one) => plain(one, value));
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return all;
  const word = schema.def.discriminator;
  const chosen = (value as Record<string, unknown> | undefined)?.[word];
  return all.filter(
    (one) => one instanceof z.ZodObject && (one.shape[word] as z.ZodLiteral).values.has(chosen as never),
  );
}
