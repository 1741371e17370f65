import { type Patient, patientId, usableIdentifiers, type When } from '../../../record/index.ts';
import type { ExportOptions } from '../patient-rows.ts';
import type { Row } from '../table/row.ts';
import type { Maker } from './maker.ts';

/** The patient, of the rows that speak of them: the first gives the values, others what it does not say. */
export function makePatient(maker: Maker, key: string): Patient {
  const tasks = maker.tasks.filter(({ rule }) => rule.to === 'patient');
  let found: Omit<Patient, 'id'> = {};
  const rows: Row[] = [];
  for (const task of tasks) {
    const made = maker.attempt(task);
    if (!made) continue;
    rows.push(...task.rows, ...made.joined);
    found = rows.length === task.rows.length ? made.fields : merge(found, made.fields);
  }
  const id = maker.options.patient?.id ?? idOf(found, key, maker.options);
  maker.account.note(`patient/${id}`, rows);
  maker.account.rows.set(`patient/${id}`, rows);
  return { ...found, id };
}

/** The second speaks of the same person: its numbers are true too, and it fills gaps. */
function merge(first: Omit<Patient, 'id'>, second: Omit<Patient, 'id'>): Omit<Patient, 'id'> {
  const identifiers = [...(first.identifiers ?? []), ...(second.identifiers ?? [])];
  const seen = new Set<string>();
  const each = identifiers.filter((one) => {
    const text = JSON.stringify(one);
    return !seen.has(text) && seen.add(text);
  });
  return { ...second, ...first, ...(each.length > 0 && { identifiers: each }) };
}

/** The record's id of a patient. */
export function idOf(patient: Omit<Patient, 'id'>, key: string, { make, source }: ExportOptions): string {
  return patientId(make, {
    identifiers: usableIdentifiers(patient.identifiers),
    birth: (patient.birth as When | undefined)?.value,
    names: patient.names ?? [],
    gender: patient.gender,
    source: `${source.sha256} ${key}`,
  });
}
