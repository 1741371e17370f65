const mark = 'number:';

/** A reference to what another source of the run holds, by its number there; the record is assembled without such. */
export const referenceByNumber = (kind: string, number: string): string => `${kind}/${mark}${number}`;

/** The kind and the number of such a reference. */
export function numberReferredTo(
  ref: string,
): { readonly kind: string; readonly number: string } | undefined {
  const at = ref.indexOf('/');
  if (!ref.startsWith(mark, at + 1)) return undefined;
  return { kind: ref.slice(0, at), number: ref.slice(at + 1 + mark.length) };
}
