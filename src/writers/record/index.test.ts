import { describe, expect, it } from 'vitest';
import { noStatements } from '../../../test/no-statements.ts';
import { type PatientRecord, patientRecord, recordFormat } from '../../record/index.ts';
import { recordJson } from './index.ts';

const record = (problems: string[]): PatientRecord => ({
  trace: { 'problem/b': { code: ['x'] }, 'problem/a': { code: ['y'] } },
  patient: { gender: 'female', id: 'p' },
  format: recordFormat,
  statements: { ...noStatements, problem: problems.map((id) => ({ code: { codings: [] }, id })) },
  people: { practitioner: [], practitionerRole: [], organization: [], location: [], device: [] },
});

describe('recordJson', () => {
  it('does not depend on the order of statements, fields or traces', () => {
    expect(recordJson(record(['b', 'a']))).toBe(recordJson(record(['a', 'b'])));
    const turned = Object.fromEntries(Object.entries(record(['a'])).reverse()) as PatientRecord;
    expect(recordJson(turned)).toBe(recordJson(record(['a'])));
  });

  it('is a record again when it is read', () => {
    expect(patientRecord.parse(JSON.parse(recordJson(record(['a', 'b']))))).toEqual(record(['a', 'b']));
  });
});
