import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { openKeyStore } from './key-store.ts';
import { openKnownPatients } from './known-patients.ts';

const mrn = (value: string, system = 'urn:a') => ({ system, value });
const scan = (patient: string, ...identifiers: { system?: string; value: string }[]) => ({
  patient,
  identifiers,
  birth: undefined,
  family: '',
});
const opened = () => {
  const known = openKnownPatients(openKeyStore(tmpdir(), 'known.tmp', 1000));
  known.add(scan('p1', mrn('1'), mrn('7', 'urn:b')));
  known.add(scan('p2', mrn('2'), mrn('7', 'urn:b')));
  known.add(scan('p3', mrn('2')));
  return known;
};
const own = (id: string) => id;

describe('patients by their identifiers', () => {
  it('are found by system and value', () => expect(opened().find([mrn('1')], own)).toEqual({ id: 'p1' }));

  it('are not found by a value alone, or under another system', () => {
    expect(opened().find([{ value: '1' }], own)).toEqual({ rule: 'no-patient' });
    expect(opened().find([mrn('1', 'urn:b')], own)).toEqual({ rule: 'unknown-patient' });
  });

  it('are nobody where two bear the same', () =>
    expect(opened().find([mrn('7', 'urn:b')], own)).toEqual({ rule: 'several-patients' }));

  it('are nobody where two identifiers lead to two', () =>
    expect(opened().find([mrn('1'), mrn('2')], own)).toEqual({ rule: 'several-patients' }));

  it('are one where two sources tell of one person', () =>
    expect(opened().find([mrn('2')], () => 'whole')).toEqual({ id: 'whole' }));
});
