import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contributionOf, inputOf, make } from '../../../test/conversion.ts';
import { assemble } from '../../assemble/index.ts';
import type { PatientRecord } from '../../record/index.ts';
import { recordJson } from '../../writers/record/index.ts';
import { detectRecord, readRecord, scanRecord } from './index.ts';

const folder = new URL('../../../fixtures/ccda/', import.meta.url);
const fixture = (name: string) => contributionOf(readFileSync(new URL(name, folder)), { name });
const recordOf = (...names: string[]): PatientRecord => assemble(names.map(fixture), { make }).record;

function readBack(json: string) {
  const read = readRecord(inputOf(json, 'record.json'));
  if (!('patient' in read)) throw new Error(read.issues.map(({ code }) => code).join());
  return read;
}

const names = readdirSync(folder).filter((name) => name.endsWith('.xml'));

describe.each([...names.map((name) => [name]), ['ccd-r21.xml', 'ccd-r21-later-version.xml']])(
  'the record of %s',
  (...files) => {
    const json = recordJson(recordOf(...files));

    it('is read back to the same record', () => {
      const { trace: _trace, ...again } = JSON.parse(recordJson(assemble([readBack(json)], { make }).record));
      const { trace: _other, ...first } = JSON.parse(json);
      expect(again).toEqual(first);
    });

    it('gives each statement one line of the account', () => {
      const { ledger } = assemble([readBack(json)], { make });
      const { statements } = JSON.parse(json);
      expect(ledger).toHaveLength(Object.values(statements).flat().length);
      expect(new Set(ledger.map(({ state }) => state))).toEqual(new Set(['converted']));
    });

    it('is scanned for its patient', () =>
      expect(scanRecord(inputOf(json))).toHaveProperty('patient', JSON.parse(json).patient.id));
  },
);

describe('readRecord', () => {
  const json = recordJson(recordOf('ccd-r21.xml'));

  it('knows a record by its first bytes', () => {
    expect(detectRecord(new TextEncoder().encode(json))).toEqual({ yes: true });
    expect(detectRecord(new TextEncoder().encode('{"resourceType":"Bundle"}'))).toEqual({ kind: undefined });
  });

  it('refuses what is no JSON, without quoting it', () => {
    const read = readRecord(inputOf('{"name": "Quillfeather', 'record.json'));
    expect(read).toEqual({
      kind: 'unreadable',
      issues: [{ code: 'record-not-json', place: { file: 'record.json' } }],
    });
  });

  it('names the first field that differs, without its value', () => {
    const record = JSON.parse(json);
    record.statements.problem[0].clinicalStatus = 'Quillfeather';
    const read = readRecord(inputOf(JSON.stringify(record), 'record.json'));
    expect(read.issues).toEqual([
      {
        code: 'record-invalid',
        place: { file: 'record.json', path: '/statements/problem/0/clinicalStatus' },
      },
    ]);
  });

  it('refuses a field that it does not know', () => {
    const record = JSON.parse(json);
    record.patient.shoeSize = 42;
    expect(readRecord(inputOf(JSON.stringify(record))).issues[0]?.code).toBe('record-invalid');
  });
});
