import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../document/index.ts';
import {
  type Allergy,
  kindNames,
  type PatientRecord,
  patientRecord,
  recordFormat,
} from '../../record/index.ts';
import { textsOf } from './narrative/vocabulary.ts';
import type { PdfOptions } from './options.ts';
import { recordDocument } from './record-document.ts';

const options: PdfOptions = {
  asOf: '2026-01-01T00:00:00Z',
  program: 'Chartlift 0',
  paper: 'letter',
  language: 'en',
  largePrint: false,
  maskIds: false,
  attached: false,
};

type Parts = { readonly [K in keyof PatientRecord['statements']]?: unknown };

const recordOf = (statements: Parts, patient: Partial<PatientRecord['patient']> = {}): PatientRecord =>
  patientRecord.parse({
    format: recordFormat,
    patient: { id: 'p', names: [{ family: 'Quill', given: ['Ann'] }], ...patient },
    statements: { ...Object.fromEntries(kindNames.map((kind) => [kind, []])), ...statements },
    people: { practitioner: [], practitionerRole: [], organization: [], location: [], device: [] },
  });

const print = (record: PatientRecord, more: Partial<PdfOptions> = {}) =>
  recordDocument(record, { ...options, ...more });
const headings = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.block === 'heading' && block.level === 2 ? [block.text] : []));
const textOf = (blocks: readonly Block[]) =>
  [
    ...textsOf(blocks, false),
    ...blocks.flatMap((block) =>
      block.block === 'table'
        ? block.rows
            .flat()
            .flatMap(({ below = [] }) =>
              below.map((one) => (typeof one === 'string' ? one : one.map(({ text }) => text).join(''))),
            )
        : [],
    ),
  ].join('\n');

const allergy = (more: Partial<Allergy>): Allergy => ({
  id: 'a',
  code: { text: 'penicillin', codings: [] },
  clinicalStatus: 'active',
  ...more,
});
const none = (code: string, display: string) => ({
  codings: [{ system: 'http://snomed.info/sct', code, display }],
});
const source = { file: 'a.xml', sha256: 'f', sha1: 's', size: 1, mediaType: 'application/xml' };
const allergySection = (more: object) => ({
  document: [
    {
      id: 'd',
      source,
      sections: [
        { title: 'Allergies', code: { codings: [{ system: 'http://loinc.org', code: '48765-2' }] }, ...more },
      ],
    },
  ],
});
const div = (text: string) => ({
  xhtml: `<div xmlns="http://www.w3.org/1999/xhtml">${text}</div>`,
  status: 'additional',
});

describe('allergies', () => {
  const titleOf = (statements: Parts) => headings(print(recordOf(statements)).blocks)[0];

  it.each([
    ['Known allergies', { allergy: [allergy({})] }],
    ['No known allergies', { allergy: [allergy({ code: none('716186003', 'No known allergy') })] }],
    ['No known drug allergy', { allergy: [allergy({ code: none('409137002', 'No known drug allergy') })] }],
    ['Allergies not recorded', {}],
    ['Allergies not recorded', { allergy: [allergy({ verificationStatus: 'refuted' })] }],
    ['Allergies unavailable', allergySection({ emptyReason: 'unavailable' })],
    ['No known allergies', allergySection({ emptyReason: 'nilknown' })],
    ['Allergies: only in the words of the source', allergySection({ text: div('Penicillin: hives') })],
    ['Allergies not recorded', allergySection({ emptyReason: 'nilknown', subject: 'Fetus: A' })],
    ['Allergies not recorded', allergySection({ text: div('Penicillin: hives'), subject: 'Fetus: A' })],
  ])('stand under "%s"', (title, statements) => expect(titleOf(statements)).toBe(title));

  it('name the severe ones first, on every page', () => {
    const severe = allergy({
      id: 'b',
      code: { text: 'latex', codings: [] },
      reactions: [{ manifestation: { text: 'shock', codings: [] }, severity: 'severe' }],
    });
    const { running } = print(recordOf({ allergy: [allergy({}), severe] }));
    expect(running.alert).toEqual([{ text: 'Known allergies: latex (SEVERE), penicillin', tone: 'alert' }]);
  });

  it('that are over or refuted are not named on every page', () => {
    const { running } = print(
      recordOf({
        allergy: [
          allergy({}),
          allergy({ id: 'b', code: { text: 'egg', codings: [] }, clinicalStatus: 'resolved' }),
        ],
      }),
    );
    expect(running.alert).toEqual([{ text: 'Known allergies: penicillin', tone: 'alert' }]);
  });
});

describe('a code without words', () => {
  const code = { codings: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '7980' }] };
  const running = (more: object) => print(recordOf({ allergy: [allergy({ code, ...more })] })).running.alert;

  it.each([
    ['Known allergies: “Penicillin G” [RxNorm 7980]', { kind: { text: 'Penicillin G', codings: [] } }],
    ['Known allergies: “Penicillin G” [RxNorm 7980]', { text: div('Penicillin G') }],
    ['Known allergies: RxNorm 7980', { text: div('<table><tr><td>Hives</td></tr></table>') }],
    ['Known allergies: RxNorm 7980', {}],
  ])('reads "%s"', (text, more) => expect(running(more)).toEqual([{ text, tone: 'alert' }]));
});

describe('what is asked for', () => {
  const result = (id: string, value: string) => ({
    id,
    status: 'final',
    categories: ['laboratory'],
    code: { text: `test ${id}`, codings: [] },
    effective: { value },
  });
  const record = recordOf(
    {
      observation: [result('old', '2020-01-01'), result('new', '2025-06-01')],
      problem: [{ id: 'q', code: { text: 'gout', codings: [] }, onset: { value: '1999' } }],
    },
    { identifiers: [{ system: 'urn:oid:1.2', value: 'MRN-12345' }] },
  );

  it('sections: those, allergies and the account', () => {
    const { blocks } = print(record, { sections: ['problems'] });
    expect(headings(blocks)).toEqual(['Allergies not recorded', 'Problems', 'About this document']);
    expect(textOf(blocks)).toContain('Left out on request (--sections)');
  });

  it('since: what is older is left out and counted, never problems', () => {
    const { blocks } = print(record, { since: '2025-01-01' });
    expect(textOf(blocks)).toContain('test new');
    expect(textOf(blocks)).not.toContain('test old');
    expect(textOf(blocks)).toContain('gout');
    expect(textOf(blocks)).toContain('Left out on request (from 01-Jan-2025 on)');
  });

  it('encounter: what belongs to another is left out', () => {
    const visits = {
      encounter: [
        {
          id: 'one',
          status: 'finished',
          identifiers: [{ value: 'V-1' }],
          period: { start: { value: '2025-06-01' } },
        },
        { id: 'two', status: 'finished', period: { start: { value: '2020-01-01' } } },
      ],
      observation: [
        { ...result('mine', '2025-06-01'), encounter: { ref: 'encounter/one' } },
        { ...result('other', '2025-06-01'), encounter: { ref: 'encounter/two' } },
        result('sameday', '2025-06-01'),
      ],
    };
    const text = textOf(print(recordOf(visits), { encounter: 'V-1' }).blocks);
    expect(text).toContain('test mine');
    expect(text).toContain('test sameday');
    expect(text).not.toContain('test other');
  });

  it('masked identifiers show their last four characters', () => {
    const text = textOf(print(record, { maskIds: true }).blocks);
    expect(text).toContain('xxx-x2345');
    expect(text).not.toContain('MRN-12345');
  });

  it('Spanish', () => {
    const { blocks, language } = print(record, { language: 'es' });
    expect(language).toBe('es');
    expect(headings(blocks)).toContain('Problemas');
    expect(textOf(blocks)).toContain('01-jun-2025');
  });
});

describe('medications', () => {
  const medication = (id: string, status: string, end?: string) => ({
    id,
    status,
    intent: 'plan',
    code: { text: `drug ${id}`, codings: [] },
    dosages: [{ timing: { bounds: { end: end === undefined ? undefined : { value: end } } } }],
  });
  it('are current, stopped within a year of --as-of, or stopped before', () => {
    const { blocks } = print(
      recordOf({
        medication: [
          medication('a', 'active'),
          medication('b', 'completed', '2025-01-02'),
          medication('c', 'completed', '2024-12-30'),
        ],
      }),
    );
    const titles = blocks.flatMap((block) =>
      block.block === 'heading' && block.level === 3 ? [block.text] : [],
    );
    expect(titles.filter((one) => /Current|Stopped/.test(one))).toEqual([
      'Current',
      'Stopped within the last 12 months',
      'Stopped earlier',
    ]);
  });
  it('stopped earlier stand behind the rest where they are many, with their page in their place', () => {
    const old = (count: number) =>
      Array.from({ length: count }, (_, at) => medication(`m${at}`, 'completed', '2020-01-01'));
    const { blocks } = print(recordOf({ medication: old(6) }));
    expect(blocks).toContainEqual({
      block: 'page-reference',
      text: '6 stopped earlier: page {page}',
      place: 'stopped earlier',
    });
    expect(headings(blocks).slice(-3)).toEqual([
      'Earlier medications and results',
      'Patient details',
      'About this document',
    ]);
    const few = print(recordOf({ medication: old(5) })).blocks;
    expect(few.filter(({ block }) => block === 'page-reference')).toEqual([]);
    expect(headings(few)).not.toContain('Earlier medications and results');
    const asked = print(recordOf({ medication: old(6) }), { sections: ['medications'] }).blocks;
    expect(textOf(asked)).toContain('drug m5');
    expect(textOf(print(recordOf({ medication: old(6) }), { sections: ['notes'] }).blocks)).not.toContain(
      'stopped earlier',
    );
  });
  it('that have codes alone are called by them, with the system, and it is said', () => {
    const coded = (id: string, system: string) => ({
      ...medication(id, 'active'),
      code: { codings: [{ system, code: id }] },
    });
    const text = textOf(
      print(
        recordOf({
          medication: [
            coded('313782', 'http://www.nlm.nih.gov/research/umls/rxnorm'),
            coded('77', 'urn:oid:1.2.3'),
          ],
        }),
      ).blocks,
    );
    expect(text).toContain('RxNorm 313782 (a code without a name)');
    expect(text).toContain('77 (OID 1.2.3) (a code without a name)');
    expect(text.match(/313782/g)).toHaveLength(1);
    const both = { ...medication('a', 'active'), code: { text: 'DALY', codings: [{ code: 'DALY' }] } };
    expect(textOf(print(recordOf({ medication: [both] })).blocks)).not.toContain('without a name');
  });
  it('never read as planned because FHIR calls them so', () => {
    expect(textOf(print(recordOf({ medication: [medication('a', 'active')] })).blocks)).not.toContain(
      'Planned',
    );
  });
});

describe('results', () => {
  const result = (test: number, year: number, more: object = {}) => ({
    id: `${test}-${year}`,
    status: 'final',
    categories: ['laboratory'],
    code: { text: `test ${test}`, codings: [] },
    effective: { value: `${year}-03-04` },
    value: { quantity: { value: `${test}.${year}`, unit: 'mg' } },
    ...more,
  });
  const of = (tests: number) =>
    Array.from({ length: tests }, (_, test) => [2023, 2024, 2025].map((year) => result(test, year))).flat();

  it('before the latest stand behind the rest where they are many, with their page in their place', () => {
    const { blocks } = print(recordOf({ observation: of(6) }));
    expect(blocks).toContainEqual({
      block: 'page-reference',
      text: '12 earlier results: page {page}',
      place: 'earlier results',
    });
    const place = blocks.findIndex((one) => one.block === 'heading' && one.place === 'earlier results');
    expect(textOf(blocks.slice(place))).toContain('5.2023 mg, 04-Mar-2023');
    expect(textOf(blocks.slice(0, place))).not.toContain('5.2023');
    const few = print(recordOf({ observation: of(5) })).blocks;
    expect(few.filter(({ block }) => block === 'page-reference')).toEqual([]);
    expect(textOf(few)).toContain('4.2023 mg, 04-Mar-2023');
  });
});

describe('what holds for any statement', () => {
  const confidentiality = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';
  const restricted = { system: confidentiality, code: 'R', display: 'restricted' };
  const problem = (id: string, more: object) => ({ id, code: { text: `gout ${id}`, codings: [] }, ...more });
  const alerts = (value: unknown): string[] =>
    JSON.stringify(value)
      .match(/"text":"[^"]*","tone":"alert"/g)
      ?.map((one) => one.slice(8, one.indexOf('","tone"'))) ?? [];

  it('shows in its row that it is restricted, so that nobody reads past it', () => {
    const { blocks } = print(
      recordOf({ problem: [problem('a', { labels: [restricted] }), problem('b', {})] }),
    );
    expect(alerts(blocks)).toEqual(['Confidentiality label: restricted']);
  });

  it('is said to be restricted once where all are', () => {
    const all = ['a', 'b', 'c'].map((id) => problem(id, { labels: [restricted] }));
    expect(alerts(print(recordOf({ problem: all })).blocks)).toEqual(['Confidentiality label: restricted']);
  });

  it('is told on whose word it stands', () => {
    const { blocks } = print(
      recordOf({
        problem: [problem('a', { informants: [{ who: { ref: 'relatedPerson/m', display: 'Mother' } }] })],
      }),
    );
    expect(textOf(blocks)).toContain('According to: Mother');
  });

  it('speaks of the patient: what is said of somebody else stands apart, with the name', () => {
    const { blocks } = print(
      recordOf(allergySection({ text: div('Penicillin: hives'), subject: 'Fetus: A' })),
    );
    expect(headings(blocks)).toEqual([
      'Allergies not recorded',
      'Problems',
      'Medications',
      'Notes and reports',
      'Patient details',
      'About this document',
    ]);
    expect(textOf(blocks)).toContain('About: Fetus: A');
  });
});

it('shows of a masked number what may be shown', () => {
  const { blocks } = print(
    recordOf({}, { identifiers: [{ system: 'urn:oid:1.2', shown: '***-1234', absent: 'masked' }] }),
  );
  expect(textOf(blocks)).toContain('***-1234 (masked)');
});

describe('headings by status', () => {
  it('say no more than the source: without a status nothing is active or current', () => {
    const text = textOf(
      print(
        recordOf({
          problem: [
            { id: 'a', code: { text: 'gout', codings: [] }, clinicalStatus: 'active' },
            { id: 'b', code: { text: 'cold', codings: [] } },
          ],
          medication: [{ id: 'c', code: { text: 'iron', codings: [] }, status: 'unknown', intent: 'plan' }],
        }),
      ).blocks,
    );
    const at = (words: string) => text.indexOf(words);
    expect(at('gout')).toBeLessThan(at('Status not stated'));
    expect(at('Status not stated')).toBeLessThan(at('cold'));
    expect(text.lastIndexOf('Status not stated')).toBeGreaterThan(at('cold'));
    expect(text).not.toContain('Current');
  });

  it('name tables where no document is the source', () =>
    expect(textOf(print(recordOf({})).blocks)).toContain('converted from tables of an export.'));
});

describe('the whole record', () => {
  const whole: PatientRecord = JSON.parse(
    readFileSync(new URL('../fhir/whole-record.json', import.meta.url), 'utf8'),
  );
  it('becomes JSON and comes back the same', () => {
    const document = print(whole);
    expect(JSON.parse(JSON.stringify(document))).toEqual(JSON.parse(JSON.stringify(print(whole))));
    expect(document.blocks.length).toBeGreaterThan(50);
  });
});
