/**
 * Takes what is left when all fields of a part of the record were taken out of it: nothing. A field that is added to
 * the record and not printed is an error of the compiler here.
 */
export function everyField(_rest: Record<PropertyKey, never>): void {}
