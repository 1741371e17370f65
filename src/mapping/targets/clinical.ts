import {
  inVitalSignUnit,
  type Observation,
  readUdi,
  withBothPressures,
  withVitalSignCodes,
} from '../../record/index.ts';
import { encounterClass } from '../bindings.ts';
import { boundConcept, type Draft, type TargetWords } from './target.ts';

const has = (draft: Draft, field: string): boolean => draft[field] !== undefined;

/** An end forbids active; where nothing is said of its status it is resolved (CF-problems, effectiveTime/high). */
export const problem: TargetWords = {
  settle: (draft) => {
    if (draft['verificationStatus'] === 'refuted') return without(draft, 'clinicalStatus');
    if (!has(draft, 'abatement')) return draft;
    if (!has(draft, 'clinicalStatus')) return { ...draft, clinicalStatus: 'resolved' };
    return ['active', 'recurrence', 'relapse'].includes(String(draft['clinicalStatus']))
      ? { ...draft, clinicalStatus: 'inactive' }
      : draft;
  },
};

/** An end without a status is a resolved allergy; one that is stated active stays so, as hiding it could harm. */
export const allergy: TargetWords = {
  settle: (draft) =>
    has(draft, 'abatement') && !has(draft, 'clinicalStatus')
      ? { ...draft, clinicalStatus: 'resolved' }
      : draft,
};

/** A visit that has ended is over; of one that only began nobody says so (CF-encounters). */
export const encounter: TargetWords = {
  types: { class: boundConcept(encounterClass) },
  defaults: { status: undefined },
  settle: (draft) => {
    const over = (draft['period'] as { end?: unknown } | undefined)?.end !== undefined;
    return { ...draft, status: draft['status'] ?? (over ? 'finished' : 'unknown') };
  },
};

/** What is used until a day has been used; FHIR has no word for a use of which nothing is said. */
export const deviceUse: TargetWords = {
  defaults: { status: undefined },
  settle: (draft) => {
    const over = (draft['period'] as { end?: unknown } | undefined)?.end !== undefined;
    return { ...draft, status: draft['status'] ?? (over ? 'completed' : 'active') };
  },
};

/** A result that is no number is a result in words; a vital sign has the codes and units that FHIR wants. */
export const observation: TargetWords = {
  defaults: { status: 'unknown' },
  settle: (draft, kept, say) => {
    const words = has(draft, 'value') ? undefined : kept.get('value');
    if (words !== undefined) kept.delete('value');
    const item = {
      ...draft,
      ...(words !== undefined && { value: { string: words } }),
      ...(kept.has('components') && { components: withReasons(draft['components']) }),
    } as Partial<Observation>;
    if (!item.categories?.includes('vital-signs') || !item.code) return item;
    const coded = { ...item, code: withVitalSignCodes(item.code) } as Observation;
    return { ...withBothPressures(inVitalSignUnit(coded, say)) };
  },
};

/** A part whose words went into the notes says that they stand there. */
const withReasons = (components: unknown): unknown =>
  (components as Draft[] | undefined)?.map((one) =>
    has(one, 'value') ? one : { ...one, value: { absent: 'as-text' } },
  );

/** What is printed in a UDI is told by it, where the row does not tell it. */
export const productInstance: TargetWords = {
  settle: (draft) => (has(draft, 'udi') ? { ...readUdi(String(draft['udi'])), ...draft } : draft),
};

function without(draft: Draft, field: string): Draft {
  const { [field]: _, ...rest } = draft;
  return rest;
}
