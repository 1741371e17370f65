import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  authorOf,
  clinicalDocument,
  patientOf,
  problem,
  section,
  status,
} from '../../test/clinical-document.ts';
import { contributionOf, make } from '../../test/conversion.ts';
import { codes, document, stated } from '../../test/version.ts';
import { type Contribution, kindNames, referenceByNumber } from '../record/index.ts';
import { recordJson } from '../writers/record/index.ts';
import { assemble } from './index.ts';

const statusesOf = (...contributions: Contribution[]) =>
  assemble(contributions, { make }).record.statements.problem.map(({ clinicalStatus }) => clinicalStatus);

describe('several documents of one patient', () => {
  it('the later document gives the values, the older ones are counted', () => {
    const old = document({ name: 'a', time: '2019', problems: [stated('active')] });
    const late = document({ name: 'b', time: '2020', problems: [stated('resolved')] });
    const { record, ledger } = assemble([late, old], { make });
    expect(record.statements.problem.map(({ clinicalStatus }) => clinicalStatus)).toEqual(['resolved']);
    expect(ledger.filter(({ unit }) => unit === 'value')).toMatchObject([
      { state: 'superseded', rule: 'problem.clinicalStatus', place: { file: 'a.xml' } },
    ]);
    expect(
      ledger.filter(({ unit }) => unit === 'entry').map(({ state, place }) => [place.file, state]),
    ).toEqual([
      ['a.xml', 'superseded'],
      ['b.xml', 'converted'],
    ]);
  });

  it('the same statement twice is merged, and nothing is superseded', () => {
    const both = ['a', 'b'].map((file) =>
      document({ name: file, time: `20${file === 'a' ? 19 : 20}`, problems: [stated('active')] }),
    );
    const { record, ledger } = assemble(both, { make });
    expect(record.statements.problem).toHaveLength(1);
    expect(ledger.map(({ state }) => state).filter((state) => state === 'superseded')).toEqual([]);
    expect(ledger.filter(({ unit }) => unit === 'entry').map(({ state }) => state)).toEqual([
      'merged',
      'converted',
    ]);
  });

  it('a version of a set comes before the time', () => {
    const first = document({ name: 'a', time: '2021', set: ['S', 1], problems: [stated('active')] });
    const second = document({ name: 'b', time: '2020', set: ['S', 2], problems: [stated('resolved')] });
    expect(statusesOf(first, second)).toEqual(['resolved']);
  });

  it('versions of different sets do not compare', () => {
    const first = document({ name: 'a', time: '2021', set: ['S', 1], problems: [stated('active')] });
    const second = document({ name: 'b', time: '2020', set: ['T', 2], problems: [stated('resolved')] });
    expect(statusesOf(first, second)).toEqual(['active']);
  });

  it('an older document fills what the later leaves out', () => {
    const old = document({
      name: 'a',
      time: '2019',
      problems: [problem({ more: '<targetSiteCode code="39607008" codeSystem="2.16.840.1.113883.6.96"/>' })],
    });
    const late = document({ name: 'b', time: '2020', problems: [problem()] });
    expect(
      assemble([old, late], { make }).record.statements.problem[0]?.bodySites?.[0]?.codings[0]?.code,
    ).toBe('39607008');
  });

  it('an older end is not added to a later status: what belongs together comes from one document', () => {
    const ended = problem({
      effectiveTime: '<effectiveTime><low value="20150301"/><high value="2018"/></effectiveTime>',
      more: status(codes.resolved),
    });
    const old = document({ name: 'a', time: '2019', problems: [ended] });
    const late = document({ name: 'b', time: '2020', problems: [stated('active')] });
    const { record, ledger } = assemble([old, late], { make });
    expect(record.statements.problem).toHaveLength(1);
    expect(record.statements.problem[0]).toMatchObject({ clinicalStatus: 'active' });
    expect(record.statements.problem[0]).not.toHaveProperty('abatement');
    expect(ledger.map(({ rule }) => rule)).toContain('problem.abatement');
  });

  it('every statement’s references are final', () => {
    const [one, other] = [
      document({ name: 'a', time: '2019', problems: [stated('active')] }),
      document({ name: 'b', time: '2020', problems: [stated('resolved')] }),
    ];
    const { record } = assemble([one, other], { make });
    const { problem: problems, document: documents } = record.statements;
    expect(documents.map(({ sections }) => sections?.[0]?.entries)).toEqual([
      [{ ref: `problem/${problems[0]?.id}` }],
      [{ ref: `problem/${problems[0]?.id}` }],
    ]);
  });
});

describe('one id, different content', () => {
  it('in one document stays apart, with an issue', () => {
    const { record, issues } = assemble(
      [document({ name: 'a', time: '2019', problems: [stated('active'), stated('resolved')] })],
      { make },
    );
    expect(record.statements.problem.map(({ clinicalStatus }) => clinicalStatus).toSorted()).toEqual([
      'active',
      'resolved',
    ]);
    expect(new Set(record.statements.problem.map(({ id }) => id)).size).toBe(2);
    expect(issues.map(({ code }) => code)).toContain('id-content-differs');
  });

  it('another code is another problem', () => {
    const other = stated('active').replace('195967001', '38341003');
    const { record, issues } = assemble(
      [document({ name: 'a', time: '2019', problems: [stated('active'), other] })],
      { make },
    );
    expect(record.statements.problem).toHaveLength(2);
    expect(issues.filter(({ code }) => code === 'id-content-differs')).toHaveLength(2);
  });

  it('what a negation denies is not what it affirms', () => {
    const denied = stated('active').replace('moodCode="EVN" >', 'moodCode="EVN" negationInd="true">');
    expect(denied).toContain('negationInd');
    const { record } = assemble(
      [
        document({ name: 'a', time: '2019', problems: [stated('active')] }),
        document({ name: 'b', time: '2020', problems: [denied] }),
      ],
      { make },
    );
    expect(record.statements.problem.map(({ verificationStatus }) => verificationStatus).toSorted()).toEqual([
      'refuted',
      undefined,
    ]);
  });

  it('equal content in one document is one', () => {
    const { record, ledger } = assemble(
      [document({ name: 'a', time: '2019', problems: [stated('active'), stated('active')] })],
      { make },
    );
    expect(record.statements.problem).toHaveLength(1);
    expect(
      ledger
        .filter(({ unit }) => unit === 'entry')
        .map(({ state }) => state)
        .toSorted(),
    ).toEqual(['converted', 'merged']);
  });

  it('statements of two patients never share an id', () => {
    const xml = (family: string) =>
      contributionOf(
        clinicalDocument({
          recordTarget: patientOf(
            '<id root="1.2.3" extension="7"/>',
            `<name><family>${family}</family></name>`,
          ),
          sections: [section('problems', [problem()])],
        }),
      );
    const [a, b] = ['Abel', 'Baker'].map(
      (family) => assemble([xml(family)], { make }).record.statements.problem[0]?.id,
    );
    expect(a).not.toBe(b);
  });
});

describe('the patient', () => {
  const patientOfAll = (...patients: string[]) =>
    assemble(
      patients.map((patient, index) => document({ name: `p${index}`, time: `${2000 + index}`, patient })),
      { make },
    );

  it('is the later document’s; what the older says otherwise is counted', () => {
    const { record, ledger } = patientOfAll('<maritalStatusCode code="S"/>', '<maritalStatusCode code="M"/>');
    expect(record.patient.maritalStatus?.codings[0]?.code).toBe('M');
    expect(ledger.map(({ rule }) => rule)).toContain('patient.maritalStatus');
  });

  it('keeps what only an older document says', () =>
    expect(patientOfAll('<maritalStatusCode code="S"/>', '').record.patient.maritalStatus).toBeDefined());

  it.each([
    [
      'a death that the later document denies',
      '<sdtc:deceasedTime value="2001"/>',
      '<sdtc:deceasedInd value="false"/>',
      'died',
    ],
    [
      'a gender’s own code of an older document',
      '<administrativeGenderCode code="X"/>',
      '<administrativeGenderCode code="F"/>',
      'genderConcept',
    ],
    [
      'an order of birth where there was one birth',
      '<sdtc:multipleBirthOrderNumber value="2"/>',
      '<sdtc:multipleBirthInd value="false"/>',
      'birthOrder',
    ],
  ])('does not take %s', (_, older, later, field) => {
    const { record, ledger } = patientOfAll(older, later);
    expect(record.patient).not.toHaveProperty(field);
    expect(ledger.map(({ rule }) => rule)).toContain(`patient.${field}`);
  });
});

describe('a patient of several sources', () => {
  const united = (...contributions: Contribution[]) => assemble(contributions, { make, patient: 'united' });
  const other = (one: Contribution): Contribution => {
    const text = JSON.stringify({ patient: one.patient, statements: one.statements, ledger: one.ledger });
    return { ...one, ...JSON.parse(text.replaceAll(one.patient.id, 'other')) };
  };
  const first = document({ name: 'a', time: '2019', problems: [stated('active')] });
  const second = other(document({ name: 'b', time: '2020', problems: [stated('active')] }));

  it('has one id, whatever the sources call it', () => {
    const { record, ledger } = united(first, second);
    expect(record.patient.id).toBe('united');
    const text = JSON.stringify({ record, ledger });
    expect(text).not.toContain(first.patient.id);
    expect(text).not.toContain('"other"');
    expect(text).not.toContain('patient/other');
  });

  it('merges statements that are one', () =>
    expect(united(first, second).record.statements.problem).toHaveLength(1));

  it('has statements whose ids do not depend on the sources at hand', () => {
    const ids = (...all: Contribution[]) => united(...all).record.statements.problem.map(({ id }) => id);
    expect(ids(first)).toEqual(ids(second));
  });
});

describe('a source of several files', () => {
  const document1 = document({ name: 'a', time: '2019', problems: [stated('active')] });
  const [ref = ''] = [...document1.trace.keys()].filter((key) => key.startsWith('problem/'));
  const point = { file: 'tables/problems.csv', line: 7, path: () => 'DESCRIPTION' };

  it('names the file of each point', () => {
    const trace = new Map([[ref, { code: [point] }]]);
    const { record } = assemble([{ ...document1, trace }], { make });
    expect(Object.values(record.trace ?? {})).toEqual([{ code: ['tables/problems.csv:7 DESCRIPTION'] }]);
  });
});

describe('the order of the contributions does not matter', () => {
  const fixture = (file: string) =>
    contributionOf(readFileSync(new URL(`../../fixtures/ccda/${file}`, import.meta.url)), { name: file });
  const all: readonly Contribution[] = [
    document({
      name: 'a',
      time: '2019',
      set: ['S', 1],
      problems: [stated('active'), stated('inactive', 'S-2')],
      patient: '<maritalStatusCode code="S"/>',
    }),
    document({
      name: 'b',
      time: '2018',
      set: ['S', 2],
      problems: [stated('resolved')],
      author: authorOf('2018', 'A-1', 'Ferrier'),
    }),
    document({
      name: 'c',
      time: '2020',
      problems: [stated('active'), stated('resolved')],
      author: authorOf('2020', 'A-1', 'Ferrier'),
    }),
    document({
      name: 'd',
      time: '2020',
      problems: [stated('inactive')],
      patient: '<maritalStatusCode code="M"/>',
    }),
    document({ name: 'e', time: '20200101', set: ['S', 3], problems: [stated('active', 'S-2')] }),
  ];
  const pair = ['ccd-r21.xml', 'ccd-r21-later-version.xml', 'care-plan-r21.xml']
    .map(fixture)
    .filter(({ patient }, _, [first]) => patient.id === first?.patient.id);

  it.each([
    ['five small documents', all],
    ['the fixtures of one patient', pair],
  ])('%s', (_, contributions) => {
    expect(contributions.length).toBeGreaterThan(1);
    const text = (list: readonly Contribution[]) => {
      const { record, ledger, issues } = assemble(list, { make });
      return recordJson(record) + JSON.stringify([ledger, issues]);
    };
    const first = text(contributions);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...contributions], { minLength: contributions.length }),
        (shuffled) => {
          expect(text(shuffled)).toBe(first);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('each entry has exactly one state, whatever is merged', () => {
    const { ledger } = assemble(all, { make });
    const entries = ledger
      .filter(({ unit }) => unit === 'entry')
      .map(({ place }) => `${place.file} ${place.path}`);
    expect(entries).toHaveLength(
      all.flatMap((one) => one.ledger).filter(({ unit }) => unit === 'entry').length,
    );
    expect(new Set(entries).size).toBe(entries.length);
  });
});

describe('a reference by the number of another source', () => {
  const sourceOf = (file: string, statements: object): Contribution => ({
    ...document({ name: file, time: '2020', problems: [] }),
    statements: { ...Object.fromEntries(kindNames.map((kind) => [kind, []])), ...statements },
  });
  const visit = (id: string, day: string) => ({
    id,
    status: 'finished',
    identifiers: [{ system: 'urn:visits', value: 'V-1' }],
    period: { start: { value: day } },
  });
  const note = {
    id: 's1',
    status: 'current',
    type: { codings: [], text: 'Consult' },
    encounter: { ref: referenceByNumber('encounter', 'V-1') },
  };
  const assembled = (...visits: object[]) => {
    const sources = [sourceOf('a', { encounter: visits }), sourceOf('b', { note: [note] })];
    const { record, issues } = assemble(sources, { make });
    const { encounter, note: notes } = record.statements;
    return { encounter, notes, codes: issues.map(({ code }) => code) };
  };

  it('leads to the one that has it', () => {
    const { encounter, notes, codes } = assembled(visit('e1', '2020-01-01'));
    expect(notes).toEqual([expect.objectContaining({ encounter: { ref: `encounter/${encounter[0]?.id}` } })]);
    expect(codes).toEqual([]);
  });

  it('leads nowhere and is told where nothing has it, or two visits', () => {
    for (const visits of [[], [visit('e1', '2020-01-01'), visit('e2', '2021-01-01')]]) {
      const { notes, codes } = assembled(...visits);
      expect(notes).toHaveLength(1);
      expect(notes[0]).not.toHaveProperty('encounter');
      expect(codes).toContain('encounter-unknown');
    }
  });
});
