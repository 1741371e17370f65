import type { PatientRecord, Reference } from '../../record/index.ts';

/** The days of a visit. */
export interface VisitDays {
  readonly start: string;
  readonly end: string;
}

/** The visits of a chart whose days are both known, by their references. */
export function visitsOf({ statements }: PatientRecord): ReadonlyMap<string, VisitDays> {
  const visits = new Map<string, VisitDays>();
  for (const { id, period } of statements.encounter) {
    const [start, end] = [dayOf(period?.start?.value), dayOf(period?.end?.value)];
    if (start !== undefined && end !== undefined) visits.set(`encounter/${id}`, { start, end });
  }
  return visits;
}

/** What is done or seen at a visit; what a patient has or takes began when it began. */
const atVisits = new Set(['observation', 'procedure', 'immunization']);
const week = 7 * 24 * 3600 * 1000;

/** Whether a statement is of a day more than a week before or after its visit (withinVisitDates of OHDSI's checks). */
export function isOutsideVisit(
  kind: string,
  item: { readonly encounter?: Reference },
  { starts, visits }: { starts: readonly string[]; visits: ReadonlyMap<string, VisitDays> },
): boolean {
  const visit = atVisits.has(kind) && item.encounter ? visits.get(item.encounter.ref) : undefined;
  const day = dayOf(starts[0]);
  if (!visit || day === undefined) return false;
  const time = Date.parse(day);
  return time < Date.parse(visit.start) - week || time > Date.parse(visit.end) + week;
}

const dayOf = (time: string | undefined): string | undefined =>
  time === undefined || time.length < 10 ? undefined : time.slice(0, 10);
