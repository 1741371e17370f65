import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate, type RunOptions } from '../../src/migration/index.ts';
import { differenceOf } from '../../src/reconciliation/index.ts';
import { clinicalDocument, patientOf, problem, section } from '../clinical-document.ts';

const root = mkdtempSync(join(tmpdir(), 'chartlift-diff-'));
afterAll(() => rmSync(root, { recursive: true }));

const otherPatient = patientOf(
  '<id root="2.16.840.1.113883.19.77.1" extension="ZZMRN-78"/>',
  '<name><given>Ned</given><family>Furze</family></name><birthTime value="19600101"/>',
);
const orla = clinicalDocument({ sections: [section('problems', [problem()])] });
const ned = clinicalDocument({ recordTarget: otherPatient, sections: [section('problems', [problem()])] });
const end = '<effectiveTime><low value="20150301"/><high value="20160301"/></effectiveTime>';
const orlaLater = clinicalDocument({
  sections: [section('problems', [problem({ effectiveTime: end })])],
});

/** Runs over documents by name; the names of the input folders are those of the runs. */
async function run(name: string, documents: Record<string, string>, more: Partial<RunOptions> = {}) {
  const folder = mkdtempSync(join(root, 'in-'));
  const inputs = Object.entries(documents).map(([file, text]) => {
    writeFileSync(join(folder, file), text);
    return join(folder, file);
  });
  const out = join(root, name);
  const options = {
    ...{ inputs, out, to: ['bundle', 'ndjson'], bundle: 'transaction', per: 'patient', maxEntries: 500 },
    ...{
      asOf: '2026-01-01T00:00:00Z',
      crosswalk: false,
      source: 'file',
      fhirFormat: 'json',
      version: '1.0.0',
    },
    ...more,
  } as RunOptions;
  await migrate(options, { begin() {}, advance() {}, end() {} });
  return out;
}

describe('the difference of two runs', () => {
  it('is none where nothing changed', async () => {
    const a = await run('a', { 'orla.xml': orla, 'ned.xml': ned });
    const b = await run('b', { 'orla.xml': orla, 'ned.xml': ned });
    expect(differenceOf(a, b)).toMatchObject({
      inputs: { added: [], changed: [], vanished: [] },
      rules: [],
      types: [],
    });
  });

  it('is laid to the data where the rules are the same', async () => {
    const a = await run('c', { 'orla.xml': orla, 'ned.xml': ned });
    const b = await run('d', { 'orla.xml': orlaLater });
    const { types, inputs } = differenceOf(a, b);
    expect(inputs).toEqual({ added: [], changed: ['orla.xml'], vanished: ['ned.xml'] });
    expect(types.find(({ type }) => type === 'Condition')).toEqual({
      type: 'Condition',
      added: 0,
      changed: 1,
      vanished: 1,
      causes: { data: 2 },
    });
    expect(types.find(({ type }) => type === 'Patient')).toMatchObject({ vanished: 1 });
  });

  it('is laid to the rules where the data is the same', async () => {
    const a = await run('e', { 'orla.xml': orla });
    const b = await run('f', { 'orla.xml': orla }, { profile: 'base' });
    const { types, rules } = differenceOf(a, b);
    expect(rules).toEqual([{ what: 'profile', before: 'us-core', after: 'base' }]);
    expect(types.find(({ type }) => type === 'Condition')).toMatchObject({
      changed: 1,
      causes: { rules: 1 },
    });
  });

  it('is that of NDJSON where there are no bundles', async () => {
    const a = await run('g', { 'orla.xml': orla }, { to: ['ndjson'] });
    const b = await run('h', { 'orla.xml': orlaLater }, { to: ['ndjson'] });
    const { types } = differenceOf(a, b);
    expect(types.find(({ type }) => type === 'Condition')).toMatchObject({ changed: 1 });
  });

  it('needs the same form', async () => {
    const a = await run('i', { 'orla.xml': orla }, { to: ['ndjson'] });
    const b = await run('j', { 'orla.xml': orla }, { to: ['bundle'] });
    expect(() => differenceOf(a, b)).toThrow('nothing in the same form');
  });
});
