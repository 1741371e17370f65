import {
  compact,
  type IdMaker,
  legalFamily,
  listOf,
  type Patient,
  patientId,
  usableIdentifiers,
} from '../../record/index.ts';
import type { PatientScan, ReadOptions } from '../reader.ts';
import { whenOf } from '../when-of.ts';
import { type DocumentEntry, slot } from './entry.ts';
import { addressOf, identifierOf, nameOf } from './hl7-v2.ts';

const genders: Readonly<Record<string, Patient['gender']>> = {
  M: 'male',
  F: 'female',
  O: 'other',
  U: 'unknown',
};

/** Whose document it is: the number in the source system, and what that says of the patient (PID). */
export function patientOf({ element }: DocumentEntry, source: string, make: IdMaker): Patient {
  const info = slot(element, 'sourcePatientInfo');
  const all = (field: string): string[] =>
    info
      .filter((one) => one.startsWith(`${field}|`))
      .flatMap((one) => one.slice(field.length + 1).split('~'));
  const numbers = [...slot(element, 'sourcePatientId'), ...all('PID-3')].flatMap(
    (one) => identifierOf(one) ?? [],
  );
  const distinct = new Map(numbers.map((one) => [`${one.system} ${one.value}`, one]));
  const sex = all('PID-8')[0]?.trim().toUpperCase() ?? '';
  const birth = whenOf(all('PID-7')[0] ?? '', undefined);
  const known = compact({
    identifiers: listOf([...distinct.values()]),
    names: listOf(all('PID-5').map(nameOf)),
    addresses: listOf(all('PID-11').map(addressOf)),
    gender: Object.hasOwn(genders, sex) ? genders[sex] : undefined,
    birth,
  });
  const facts = {
    identifiers: usableIdentifiers(known.identifiers),
    birth: birth?.value,
    names: known.names ?? [],
    gender: known.gender,
    source,
  };
  return { id: patientId(make, facts), ...known } as Patient;
}

/** What tells the chart that a document belongs to. */
export function scanEntry(entry: DocumentEntry, source: string, { make }: ReadOptions): PatientScan {
  const patient = patientOf(entry, source, make);
  return {
    patient: patient.id,
    identifiers: usableIdentifiers(patient.identifiers),
    birth: patient.birth?.value,
    family: legalFamily(patient.names ?? []),
  };
}
