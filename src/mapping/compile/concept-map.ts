import { z } from 'zod';
import type { LookupRow } from '../lookup.ts';

const conceptMap = z.object({
  resourceType: z.literal('ConceptMap'),
  group: z.array(
    z.object({
      source: z.string().optional(),
      target: z.string().optional(),
      element: z.array(
        z.object({
          code: z.string(),
          target: z
            .array(
              z.object({
                code: z.string().optional(),
                display: z.string().optional(),
                /** R4's word and R5's. */
                equivalence: z.string().optional(),
                relationship: z.string().optional(),
              }),
            )
            .optional(),
        }),
      ),
    }),
  ),
});

const noMatch = new Set(['unmatched', 'disjoint', 'not-related-to']);

/** The rows of a FHIR ConceptMap. */
export function conceptMapRows(json: unknown): Map<string, LookupRow> {
  const { success, data } = conceptMap.safeParse(json);
  if (!success) throw new TypeError('it is no ConceptMap');
  const rows = new Map<string, LookupRow>();
  for (const { target: system, element } of data.group) {
    for (const { code: from, target = [] } of element) {
      const matched = target.filter(
        ({ code, equivalence = '', relationship = '' }) =>
          code !== undefined && !noMatch.has(equivalence) && !noMatch.has(relationship),
      );
      if (matched.length === 0) continue;
      const codings = matched.map(({ code, display }) => ({
        ...(system && { system }),
        code,
        ...(display && { display }),
      }));
      rows.set(from, { codings: [...(rows.get(from)?.codings ?? []), ...codings] as LookupRow['codings'] });
    }
  }
  return rows;
}
