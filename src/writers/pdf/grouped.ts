import type { Kind, Observation, PatientRecord } from '../../record/index.ts';
import { sectionOfKind } from './section-of-kind.ts';
import type { SectionText } from './sections/section-text.ts';
import type { SectionKey } from './words/section-keys.ts';

/** In which section each observation is printed, by its id. */
export type Grouped = ReadonlyMap<string, SectionKey>;

/** Sections of the source that say more of an observation than its category. */
const telling: ReadonlySet<SectionKey> = new Set<SectionKey>(['alerts', 'social', 'functional']);

/** FHIR's and US Core's categories, and where they are printed. */
const byCategory: Readonly<Record<string, SectionKey>> = {
  'vital-signs': 'vitals',
  laboratory: 'results',
  'functional-status': 'functional',
  'cognitive-status': 'functional',
  'disability-status': 'functional',
  'social-history': 'social',
};

/** Sorts the observations of a record into sections. */
export function groupedOf(record: PatientRecord, texts: readonly SectionText[]): Grouped {
  const inReports = new Set(
    record.statements.report.flatMap(({ results }) => (results ?? []).map(({ ref }) => ref)),
  );
  const told = new Map<string, SectionKey>();
  for (const { key, entries } of texts) {
    if (key && telling.has(key)) for (const { ref } of entries) told.set(ref, key);
  }
  const keyOf = ({ id, categories = [] }: Observation): SectionKey => {
    const ref = `observation/${id}`;
    const own = told.get(ref);
    if (own === 'alerts') return own;
    const stated = Object.keys(byCategory).find((one) => categories.includes(one));
    if (stated !== undefined) return byCategory[stated] ?? 'observations';
    return inReports.has(ref) ? 'results' : (own ?? 'observations');
  };
  return new Map(record.statements.observation.map((one) => [one.id, keyOf(one)]));
}

/** The section of a statement; some kinds stand in none of their own. */
export const keyOfStatement = (kind: Kind, id: string, grouped: Grouped): SectionKey | undefined =>
  kind === 'observation' ? grouped.get(id) : sectionOfKind[kind];
