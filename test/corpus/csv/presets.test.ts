import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import type { Json } from '../../conversion.ts';
import { codes } from '../../presets/preset.ts';
import { jsonLines, resources, rowStates, run } from '../../tables/clinic.ts';
import { corpus, skipped } from '../corpus.ts';

const scratch = mkdtempSync(join(tmpdir(), 'chartlift-corpus-presets-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

type Row = Readonly<Record<string, string>>;

/** Converts an export, and reads its tables again by other means. */
async function compared(preset: string, folder: string, extension: string, quote: boolean) {
  const input = join(corpus, folder);
  const out = join(scratch, preset);
  if (existsSync(input)) await run(out, [input], { mapping: preset });
  const of = (type: string) => resources(out, type);
  return {
    of,
    out,
    rows: (table: string): Row[] =>
      parse(readFileSync(join(input, `${table}.${extension}`)), {
        delimiter: '\t',
        columns: true,
        relax_quotes: true,
        ...(!quote && { quote: false }),
      }),
    /** The resources that bear a number under a system that ends so. */
    numbered: (type: string, system: string): Map<string, Json> =>
      new Map(
        of(type).flatMap((one) =>
          (one.identifier ?? [])
            .filter((number: Json) => number.system?.endsWith(`:${system}`))
            .map(({ value }: Json) => [value, one]),
        ),
      ),
    lost: () => ({
      rows: rowStates(out).filter((state) => state.includes(' quarantined')),
      columns: jsonLines(out, 'ledger.ndjson').filter(({ rule }) => rule === 'no-rule'),
    }),
  };
}

/** How many times each line is there. */
const counted = (lines: readonly unknown[][]): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const line of lines.map((one) => one.join(' '))) sums[line] = (sums[line] ?? 0) + 1;
  return sums;
};

describe.skipIf(skipped)(
  `smart-flat on SMART's sample patients${skipped}`,
  async () => {
    const smart = await compared('smart-flat', 'smart-on-fhir+sample-patients', 'txt', true);
    const rows = (table: string) => smart.rows(`data/${table}`);

    it('sets aside only the notes whose files are not there, and reads every column', () => {
      const { rows: lost, columns } = smart.lost();
      expect(columns).toEqual([]);
      expect(lost).toHaveLength(8);
      expect(lost.filter((state) => !state.endsWith('file-missing'))).toEqual([]);
    });

    it('has each vital sign with its value, unit and day', () => {
      const signs = {
        HEART_RATE: ['8867-4', '/min'],
        RESPIRATORY_RATE: ['9279-1', '/min'],
        TEMPERATURE: ['8310-5', 'Cel'],
        WEIGHT: ['29463-7', 'kg'],
        HEIGHT: ['8302-2', 'cm'],
        BMI: ['39156-5', 'kg/m2'],
        OXYGEN_SATURATION: ['2708-6', '%'],
        HEAD_CIRCUMFERENCE: ['9843-4', 'cm'],
      } as const;
      const dayOf = (time: string) => (time.endsWith('Z') ? time : time.slice(0, 10));
      const wanted = rows('vitals').flatMap((row) => [
        ...Object.entries(signs)
          .filter(([column]) => row[column])
          .map(([column, [code, unit]]) => [code, dayOf(row['TIMESTAMP'] ?? ''), Number(row[column]), unit]),
        ...(row['SYSTOLIC']
          ? [['85354-9', dayOf(row['TIMESTAMP'] ?? ''), Number(row['SYSTOLIC']), Number(row['DIASTOLIC'])]]
          : []),
      ]);
      const made = smart
        .of('Observation')
        .filter(({ encounter }) => encounter)
        .filter(({ code }) => codes(code).length > 0)
        .map(({ code, effectiveDateTime, valueQuantity, component = [] }) =>
          codes(code).includes('85354-9')
            ? [
                '85354-9',
                effectiveDateTime,
                ...component.flatMap((one: Json) => one.valueQuantity?.value ?? []),
              ]
            : [codes(code)[0], effectiveDateTime, valueQuantity.value, valueQuantity.code],
        );
      expect(wanted.length).toBeGreaterThan(7000);
      expect(counted(made)).toEqual(counted(wanted));
    });

    it('has each result with its code, and its number, sign and unit or its words', () => {
      const made = smart.numbered('Observation', 'labs');
      for (const { ID = '', LOINC, VALUE = '', UNITS, SCALE } of rows('labs')) {
        const { code, valueQuantity, valueString } = made.get(ID);
        expect(codes(code)).toEqual([LOINC]);
        const number = SCALE === 'Qn' ? /^([<>]=?)?(-?[\d.]+)$/.exec(VALUE) : null;
        if (number)
          expect([valueQuantity.comparator, valueQuantity.value, valueQuantity.unit ?? '']).toEqual([
            number[1],
            Number(number[2]),
            UNITS,
          ]);
        else expect(valueString).toBe([VALUE.trim(), UNITS].filter(Boolean).join(' '));
      }
    });

    it('has each statement of an allergy with its sense', () => {
      const made = smart.numbered('AllergyIntolerance', 'allergies');
      for (const { ID = '', STATEMENT, END_DATE, ALLERGEN } of rows('allergies')) {
        const { code, clinicalStatus, verificationStatus } = made.get(ID);
        const words = code.coding[0].display ?? '';
        const isNone = words.startsWith('No ') || codes(verificationStatus)[0] === 'refuted';
        expect([isNone, code.text]).toEqual([STATEMENT === 'negative', ALLERGEN]);
        const status = END_DATE ? 'resolved' : 'active';
        expect(isNone || codes(clinicalStatus)[0] === status).toBe(true);
      }
    });

    it('tells vaccines given from those that were not', () => {
      const made = smart.numbered('Immunization', 'immunizations');
      for (const { ID = '', administration_status: status = '' } of rows('immunizations'))
        expect(made.get(ID).status).toBe(status.endsWith('doseGiven') ? 'completed' : 'not-done');
    });
  },
  120_000,
);

const numberOf = (cell: string | undefined) => (cell ? Number(cell) : undefined);

/** A result as Epic tells it, numbers without the digits that JSON's lack. */
function told({ ORD_VALUE: value = '', REFERENCE_UNIT: unit }: Row): string {
  const [, sign, number] = /^(>?)([\d.]+)$/.exec(value) ?? [];
  return number === undefined ? value : `${sign}${Number(number)} ${unit}`;
}

function said({ valueString, valueQuantity }: Json): string {
  if (valueString !== undefined) return valueString;
  const { comparator = '', value, unit = '' } = valueQuantity;
  return `${comparator}${value} ${unit}`;
}

describe.skipIf(skipped)(
  `epic-ehi on the published export${skipped}`,
  async () => {
    const epic = await compared('epic-ehi', 'jmandel+my-health-data-ehi-wip/tsv', 'tsv', false);

    it('sets nothing aside, and reads every column', () => {
      expect(epic.lost()).toEqual({ rows: [], columns: [] });
    });

    it('has each result with its value, unit, range and flag', () => {
      const made = epic.numbered('Observation', 'result');
      for (const row of epic.rows('ORDER_RESULTS')) {
        const one = made.get(`${row['ORDER_PROC_ID']}-${row['LINE']}`);
        expect([one.code.text, one.status]).toEqual([row['COMPONENT_ID_NAME'], 'final']);
        expect(said(one)).toBe(told(row));
        const [range = {}] = one.referenceRange ?? [];
        expect([range.low?.value, range.high?.value, range.text ?? '']).toEqual([
          numberOf(row['REFERENCE_LOW']),
          numberOf(row['REFERENCE_HIGH']),
          row['REF_NORMAL_VALS'],
        ]);
        const flags = (one.interpretation ?? []).map(({ text }: Json) => text);
        expect(flags).toEqual([row['RESULT_FLAG_C_NAME']].filter((flag) => flag && flag !== '(NONE)'));
      }
    });

    it('has each visit with its day, and calls none finished that was cancelled', () => {
      const made = epic.numbered('Encounter', 'csn');
      const words: Row = { Completed: 'finished', Canceled: 'cancelled', Scheduled: 'planned' };
      for (const row of epic.rows('PAT_ENC')) {
        const { status, period } = made.get(row['PAT_ENC_CSN_ID'] ?? '');
        const isInvalid = row['CALCULATED_ENC_STAT_C_NAME'] === 'Invalid';
        expect(status).toBe(words[row['APPT_STATUS_C_NAME'] ?? ''] ?? (isInvalid ? 'unknown' : 'finished'));
        const [, month, day, year] = /^(\d+)\/(\d+)\/(\d+) /.exec(row['CONTACT_DATE'] ?? '') ?? [];
        expect(period.start).toBe(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`);
      }
    });

    it('has the text of each note, its lines in their order', () => {
      const made = epic.numbered('DocumentReference', 'note-csn');
      const lines = Object.groupBy(epic.rows('HNO_PLAIN_TEXT'), (row) => row['NOTE_CSN_ID'] ?? '');
      const plain = (text: string) => text.replace(/[^\S\n]+$/gm, '').trim();
      expect(made.size).toBe(Object.keys(lines).length);
      for (const [csn, rows = []] of Object.entries(lines)) {
        const { data } = made.get(csn).content[0].attachment;
        const text = rows
          .toSorted((a, b) => Number(a['LINE']) - Number(b['LINE']))
          .map((row) => row['NOTE_TEXT'])
          .join('\n');
        expect(plain(Buffer.from(data, 'base64').toString())).toBe(plain(text));
      }
    });

    it('calls active only the one order that was not discontinued, and every allergy', () => {
      const orders = epic.rows('ORDER_MED').filter((row) => !row['DISCON_TIME']);
      const active = epic.of('MedicationRequest').filter(({ status }) => status === 'active');
      expect(active.map(({ identifier }) => identifier[0].value)).toEqual(
        orders.map((row) => row['ORDER_MED_ID']),
      );
      expect(
        epic
          .of('AllergyIntolerance')
          .map(({ code, criticality }) => [code.text, criticality])
          .toSorted(),
      ).toEqual(
        epic
          .rows('ALLERGY')
          .map((row) => [row['ALLERGEN_ID_ALLERGEN_NAME'], 'high'])
          .toSorted(),
      );
    });
  },
  120_000,
);
