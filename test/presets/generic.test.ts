import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { codes, fixtures, runPreset } from './preset.ts';

const folder = join(import.meta.dirname, '..', '..', 'mappings', 'generic');

describe('generic', async () => {
  const run = await runPreset('generic', join(fixtures, 'generic'));

  it('accounts for every row and column', () => {
    expect(run.unconverted).toEqual([
      'allergies.csv:5 quarantined code-unmapped',
      'documents.csv:3 quarantined file-missing',
      'encounters.csv:5 quarantined code-unmapped',
      'immunizations.csv:4 quarantined no-rule',
      'medications.csv:5 quarantined code-unmapped',
      'problems.csv:6 quarantined code-unmapped',
      'problems.csv:7 quarantined orphan',
    ]);
    expect(run.unread).toEqual([]);
  });

  it('has a template with all its columns, and a line of its README for each', () => {
    const { tables } = parse(readFileSync(join(folder, 'mapping.yaml'), 'utf8')) as {
      tables: Record<string, { optional?: string[]; key: string | string[] }>;
    };
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    for (const [table, { optional = [], key }] of Object.entries(tables)) {
      const [header = ''] = readFileSync(join(fixtures, 'generic', `${table}.csv`), 'utf8').split('\n');
      const columns = header.split(',');
      const named = [...optional, ...[key].flat().map((column) => column.slice(1))];
      expect(
        named.filter((column) => !columns.includes(column)),
        table,
      ).toEqual([]);
      expect(
        columns.filter((column) => !readme.includes(`\`${column}\``)),
        table,
      ).toEqual([]);
    }
  });

  it('keeps zeros that lead, months without a day, and names of old', () => {
    const [torvild, ysolde, bartley] = ['00017', '00018', '00019'].map((number) =>
      run.row('Patient', `patient/${number}`),
    );
    expect(torvild).toMatchObject({ birthDate: '1948-11-02', address: [{ postalCode: '07404' }] });
    expect(codes(torvild.maritalStatus)).toEqual(['W']);
    expect(ysolde).toMatchObject({ birthDate: '1979-06', gender: 'female', deceasedDateTime: '2024-02-29' });
    expect(ysolde.name.map(({ use, family }: never) => [use, family])).toEqual([
      ['official', 'Brambleweft'],
      ['old', 'Tansyholt'],
    ]);
    expect(bartley.deceasedBoolean).toBe(false);
  });

  it('does not take a visit that was missed for one that took place', () => {
    expect(run.row('Encounter', 'encounter/E1')).toMatchObject({
      status: 'finished',
      class: { code: 'AMB' },
    });
    const missed = run.row('Encounter', 'encounter/E2');
    expect(missed).toMatchObject({ status: 'cancelled', period: { start: '2024-04-01' } });
    expect(run.row('Encounter', 'encounter/E3').status).toBe('finished');
  });

  it('tells problems that hold, that are over and that were ruled out', () => {
    const [diabetes, pneumonia, infarction, asthma] = ['1', '2', '3', '4'].map((number) =>
      run.row('Condition', `problem/${number}`),
    );
    expect(codes(diabetes.code)).toEqual(['E11.9', '44054006']);
    expect(codes(pneumonia.clinicalStatus)).toEqual(['resolved']);
    expect(codes(infarction.verificationStatus)).toEqual(['refuted']);
    expect(infarction.clinicalStatus).toBeUndefined();
    expect(codes(asthma.clinicalStatus)).toEqual(['active']);
  });

  it('never makes an allergy of a denied one', () => {
    const [penicillin, shellfish, none] = ['1', '2', '3'].map((number) =>
      run.row('AllergyIntolerance', `allergy/${number}`),
    );
    expect(penicillin.reaction).toMatchObject([
      { manifestation: [{ text: 'Hives' }], severity: 'severe' },
      { manifestation: [{ text: 'Wheezing' }], severity: 'severe' },
    ]);
    expect(codes(shellfish.verificationStatus)).toEqual(['refuted']);
    expect(codes(none.code)).toEqual(['409137002']);
    expect(run.of('AllergyIntolerance').map(({ code }) => code.text)).not.toContain('Latex');
  });

  it('calls no medication active of which nobody says it', () => {
    const [metformin, albuterol, amoxicillin] = ['1', '2', '3'].map((number) =>
      run.row('MedicationRequest', `medication/${number}`),
    );
    expect([metformin, albuterol, amoxicillin].map(({ status }) => status)).toEqual([
      'active',
      'stopped',
      'unknown',
    ]);
    expect(metformin).toMatchObject({
      authoredOn: '2024-03-04',
      dosageInstruction: [{ timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } } }],
      dispenseRequest: { numberOfRepeatsAllowed: 3, expectedSupplyDuration: { value: 30, code: 'd' } },
    });
    expect(albuterol.dosageInstruction[0]).toMatchObject({
      asNeededCodeableConcept: { text: 'wheezing' },
      route: { text: 'by hookah' },
    });
  });

  it('tells vaccines given from those that were not', () => {
    const status = (number: string) => {
      const { status, statusReason } = run.row('Immunization', `immunization/${number}`);
      return [status, statusReason?.text];
    };
    expect(['1', '2', '4'].map(status)).toEqual([
      ['completed', undefined],
      ['not-done', 'refused'],
      ['not-done', 'Out of stock'],
    ]);
  });

  it('keeps results as they were told, and gathers them in their report', () => {
    const [potassium, gfr, antibody, pressure, , smoking, mood, culture, untaken] = [...'123456789'].map(
      (number) => run.row('Observation', `observation/${number}`),
    );
    expect(readFileSync(join(run.out, 'ndjson', 'Observation.ndjson'), 'utf8')).toContain('"value":5.10');
    expect(potassium.effectiveDateTime).toBe('2024-03-04T09:40:00-05:00');
    expect(gfr.valueQuantity).toMatchObject({ comparator: '>', value: 90 });
    expect(antibody).toMatchObject({ status: 'corrected', valueString: 'Nonreactive' });
    const values = (one: typeof pressure) =>
      one.component.flatMap(({ valueQuantity, valueString }: never) => {
        const { value } = (valueQuantity ?? { value: valueString }) as { value?: unknown };
        return value === undefined ? [] : [value];
      });
    expect(values(pressure)).toEqual([142, 88]);
    expect(values(untaken)).toEqual(['not taken']);
    expect(codes(smoking.valueCodeableConcept)).toEqual(['8517006']);
    expect(codes(mood.valueCodeableConcept)).toEqual(['366979004']);
    expect(culture.status).toBe('cancelled');
    const report = run.row('DiagnosticReport', 'report/R1');
    expect(report.result.map(({ reference }: { reference: string }) => reference.split('/').at(-1))).toEqual([
      potassium.id,
      gfr.id,
    ]);
  });

  it('keeps what was not done apart from what was', () => {
    const status = (number: string) => run.row('Procedure', `procedure/${number}`).status;
    expect(['1', '2', '3'].map(status)).toEqual(['completed', 'not-done', 'unknown']);
  });

  it('puts the rows of a relative together, and the lines of a note in their order', () => {
    const mother = run.of('FamilyMemberHistory').find(({ relationship }) => relationship.text === 'mother');
    expect(mother).toMatchObject({
      deceasedBoolean: true,
      condition: [
        { code: { text: 'Stroke' }, onsetAge: { value: 71 }, contributedToDeath: true },
        { code: { text: 'Hypertension' } },
      ],
    });
    const text = (number: string) => {
      const [{ attachment }] = run.row('DocumentReference', number).content;
      return Buffer.from(attachment.data, 'base64').toString();
    };
    expect(text('note/N1')).toBe('S: cough, "dry".\nPlan: fluids.');
    expect(run.row('DocumentReference', 'note/N2').status).toBe('entered-in-error');
    expect(run.row('DocumentReference', 'document/D1').content[0].attachment).toMatchObject({
      contentType: 'text/plain',
      title: 'Referral',
    });
  });
});
