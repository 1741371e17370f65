import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/assemble/index.ts';
import { type PatientRecord, patientRecord } from '../../src/record/index.ts';
import { recordDocument } from '../../src/writers/pdf/index.ts';
import { root } from '../chartlift.ts';
import { contributionOf, make } from '../conversion.ts';
import { missingFrom } from './missing.ts';
import { hasPdftotext, printed, printing, visibleText } from './printed.ts';

const fixtures = join(root, 'fixtures', 'ccda');
const names = readdirSync(fixtures).filter((name) => name.endsWith('.xml'));
const recordOf = (name: string): PatientRecord =>
  assemble([contributionOf(readFileSync(join(fixtures, name)), { name })], { make }).record;

/** All strings of a document to print, as its reader would see them. */
function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    const isLine = value.every((one) => one !== null && typeof one === 'object' && 'tone' in one);
    return value.map(wordsIn).join(isLine ? '' : '\n');
  }
  if (value === null || typeof value !== 'object') return '';
  return Object.entries(value)
    .filter(([name]) => name !== 'tone' && name !== 'block')
    .map(([, one]) => wordsIn(one))
    .join('\n');
}

describe('a printed chart', () => {
  const whole = patientRecord.parse(
    JSON.parse(readFileSync(join(root, 'src', 'writers', 'fhir', 'whole-record.json'), 'utf8')),
  );

  it('says every value of a record that holds each field of each kind', () => {
    expect(missingFrom(whole, wordsIn(recordDocument(whole, printing)))).toEqual([]);
  });

  it.each(names)('says every value of %s', (name) => {
    const record = recordOf(name);
    expect(missingFrom(record, wordsIn(recordDocument(record, printing)))).toEqual([]);
  });

  it('is seen to miss what is not there', () => {
    const { patient } = whole;
    const changed = { ...whole, patient: { ...patient, religion: { codings: [], text: 'Zoroastrian' } } };
    expect(missingFrom(changed, wordsIn(recordDocument(whole, printing)))).toEqual([
      'patient.religion.text: Zoroastrian',
    ]);
  });

  it.skipIf(!hasPdftotext)('shows on its pages what its blocks say', () => {
    for (const record of [whole, recordOf('ccd-r21.xml'), recordOf('hazards.xml')]) {
      const { bytes, substitutes } = printed(record);
      expect(substitutes).toBe(0);
      expect(missingFrom(record, visibleText(bytes))).toEqual([]);
    }
  });

  it('is the same to the byte', () => {
    expect(Buffer.compare(printed(whole).bytes, printed(structuredClone(whole)).bytes)).toBe(0);
  });
});

const blocks = (name: string) => join(import.meta.dirname, 'expected', `${name}.json`);

describe.each(['ccd-r11', 'hazards', 'progress-note-narrative', 'referral-note-r21'])('%s', (name) => {
  it('becomes the blocks that were agreed on', async () => {
    const document = recordDocument(recordOf(`${name}.xml`), printing);
    await expect(`${JSON.stringify(document, null, 1)}\n`).toMatchFileSnapshot(blocks(name));
  });
});
