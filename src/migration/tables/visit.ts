/** Goes through all objects of an expression. */
export function visit(value: unknown, see: (node: object) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && !(value instanceof Map)) see(value);
  const inside = value instanceof Map ? [...value] : Object.entries(value);
  // Lookups are large and hold no joins.
  for (const [name, one] of inside) if (name !== 'lookup') visit(one, see);
}
