import { describe, expect, it } from 'vitest';
import { convertRows, exportOptions, mappingOf, rowsOf, sharedOf } from '../../../../test/mapped-rows.ts';
import { patient as patientSchema } from '../../../record/index.ts';
import { scanPatient } from '../convert-patient.ts';

describe('the patient', () => {
  const fields = `names: [{ use: official, given: [$FIRST, $MIDDLE], family: $LAST }]
      gender: { from: $SEX, lookup: sex }
      deceased: $DIED
      race: { from: $RACE, lookup: race }
      maritalStatus: { from: $MARITAL, lookup: marital }
      identifiers: [{ type: MR, value: $Id }]`;
  const mapping = mappingOf(`lookups:
  sex: { M: male, F: female }
  race: { W: 2106-3 }
  marital: { S: Never Married }
tables: { people: { file: people.csv, key: $Id } }
records:
  - from: people
    to: patient
    id: $Id
    fields:
      ${fields}
`);
  const patient = (row: string) =>
    convertRows(mapping, { people: `Id|FIRST|MIDDLE|LAST|SEX|DIED|RACE|MARITAL\n${row}` }).contribution
      .patient;

  it('has names, words of the record, and codes by their words', () => {
    const found = patient('0042|Ann||Doe|F|2020-05-01|W|S');
    expect(patientSchema.parse(found)).toMatchObject({
      names: [{ use: 'official', given: ['Ann'], family: 'Doe' }],
      gender: 'female',
      died: { value: '2020-05-01' },
      race: { categories: [{ code: '2106-3', display: 'White' }], text: 'White' },
      maritalStatus: { codings: [{ code: 'S', display: 'Never Married' }] },
      identifiers: [{ value: '0042', type: { codings: [{ code: 'MR' }] } }],
    });
  });

  it('is never lost for an unknown code: it is kept', () => {
    const found = patient('1|Ann||Doe|X|yes|martian|?');
    expect(found.gender).toBeUndefined();
    expect(found).toMatchObject({
      genderConcept: { codings: [], text: 'X' },
      deceased: true,
      race: { other: [{ codings: [{ code: 'martian' }] }], text: 'martian' },
      maritalStatus: { text: '?' },
    });
  });

  it('is scanned for what tells the chart from others', () => {
    const [row] = rowsOf('people', 'Id|FIRST|MIDDLE|LAST|SEX|DIED|RACE|MARITAL\n1|Ann||Doe|F|||');
    if (!row) throw new Error('no row');
    const scan = scanPatient(mapping, row, sharedOf({}), exportOptions);
    expect(scan).toMatchObject({
      family: 'doe',
      identifiers: [{ value: '1' }],
      patient: patient('1|Ann||Doe|F|||').id,
    });
  });
});
