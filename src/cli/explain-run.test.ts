import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clinicalDocument, problem, section } from '../../test/clinical-document.ts';
import { migrate } from '../migration/index.ts';
import { elementText, lineText } from './explain-report.ts';
import { elementJson, elementResult, lineJson, lineResult } from './explain-result.ts';
import { explainInRun, explainSource, parseAddress } from './explain-run.ts';
import { nearest } from './nearest.ts';
import { UsageError } from './usage-error.ts';

const key = new TextEncoder().encode('a key of sixteen bytes');
const otherKey = new TextEncoder().encode('another key of sixteen');
const root = mkdtempSync(join(tmpdir(), 'chartlift-'));
const out = join(root, 'run');
let condition = '';

beforeAll(async () => {
  writeFileSync(join(root, 'a.xml'), clinicalDocument({ sections: [section('problems', [problem()])] }));
  const summary = await migrate(
    {
      inputs: [join(root, 'a.xml')],
      out,
      to: ['bundle'],
      bundle: 'transaction',
      per: 'patient',
      maxEntries: 500,
      asOf: '2026-01-01T00:00:00Z',
      idKey: key,
      crosswalk: false,
      source: 'file',
      fhirFormat: 'json',
      version: '0.0.0',
    },
    { begin() {}, advance() {}, end() {} },
  );
  expect(summary.made.resources).toBeGreaterThan(3);
  const { within } = explainSource(out, { source: 'a.xml', line: lineOfAsthma }, key);
  condition = within[0] ?? '';
});
afterAll(() => rmSync(root, { recursive: true }));

const xml = clinicalDocument({ sections: [section('problems', [problem()])] });
const lineOfAsthma = xml.slice(0, xml.indexOf('195967001')).split('\n').length;

describe('explain in a run', () => {
  it('tells an element in text and by the schema', () => {
    const explained = explainInRun(out, { address: condition, element: 'code.coding.code' }, key);
    expect(elementText(explained).split('\n')).toEqual([
      condition,
      '  code.coding[0].code = 195967001',
      '    the literal of the source',
      expect.stringMatching(new RegExp(`^ {6}a\\.xml:${lineOfAsthma} {2}/ClinicalDocument/.*/value/@code$`)),
      '        195967001',
    ]);
    expect(elementResult.parse(elementJson(explained)).values).toHaveLength(1);
  });

  it('tells a line in text and by the schema', () => {
    const said = explainSource(out, { source: 'a.xml', line: lineOfAsthma }, key);
    expect(lineText(said)).toContain(`${condition}.code.coding[0].code = 195967001`);
    expect(lineResult.parse(lineJson(said)).ledger?.state).toBe('converted');
  });

  it('says what to do where there is nothing', () => {
    expect(() => explainInRun(out, { address: 'Condition/none' }, key)).toThrow(UsageError);
    expect(() => explainInRun(out, { address: condition, element: 'codes' }, key)).toThrow(
      /no element codes/,
    );
    expect(() => explainSource(out, { source: 'b.xml', line: 1 }, key)).toThrow(UsageError);
    expect(() => explainInRun(out, { address: condition }, otherKey)).toThrow(/another key/);
  });

  it.each([
    ['Condition/1-a', { address: 'Condition/1-a' }],
    ['Condition/1-a.code.text', { address: 'Condition/1-a', element: 'code.text' }],
  ])('reads %s', (text, asked) => expect(parseAddress(text)).toEqual(asked));

  it.each(['Condition', 'condition/1', 'Condition/', '/x'])('refuses %j', (text) =>
    expect(() => parseAddress(text)).toThrow(UsageError),
  );

  it('names elements near to one that is not there', () => {
    expect(nearest('onsetDate', ['id', 'code.coding[0].code', 'onsetDateTime'])[0]).toBe('onsetDateTime');
  });
});
