import type { Contribution, When } from '../../../record/index.ts';

/** What happened to the patient, by kind: the fields that say when. Plans, spans of coverage and ends lie ahead. */
const happened: Readonly<Record<string, readonly string[]>> = {
  encounter: ['period'],
  observation: ['effective', 'issued'],
  report: ['effective', 'issued'],
  procedure: ['performed', 'performedPeriod'],
  immunization: ['occurrence'],
  medication: ['authored'],
  dispense: ['handedOver'],
  note: ['date'],
};

/** When the latest thing happened of which the rows tell: an export speaks at that time, and not before. */
export function latestTime(statements: Contribution['statements']): string {
  const shelves = statements as Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  let latest = '';
  for (const [kind, fields] of Object.entries(happened)) {
    for (const item of shelves[kind] ?? []) {
      const times = fields.map((field) => timeOf(item[field]));
      latest = times.reduce((a, b) => (b > a ? b : a), latest);
    }
  }
  return latest;
}

/** The start of a span or a point in time, as digits. */
function timeOf(value: unknown): string {
  const when = value as (When & { start?: When }) | undefined;
  const text = when?.value ?? when?.start?.value ?? '';
  const inUtc = text.length <= 10 || text.endsWith('Z');
  const instant = inUtc ? text : new Date(text).toISOString();
  return instant.replace(/\.\d+Z$|\D/g, '');
}
