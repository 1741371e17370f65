import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clinicalDocument, problem, recordTarget, section } from '../../test/clinical-document.ts';
import type { RunOptions } from './options.ts';
import { openPastRun } from './past-run.ts';
import { Refusal } from './refusal.ts';
import { migrate } from './run.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chartlift-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const first = clinicalDocument({ sections: [section('problems', [problem()])] });
const other = clinicalDocument({ recordTarget: recordTarget.replace('ZZMRN-77', 'ZZMRN-78') });
const quiet = { begin() {}, advance() {}, end() {} };

async function run(more: Partial<RunOptions> = {}): Promise<string> {
  writeFileSync(join(root, 'first.xml'), first);
  writeFileSync(join(root, 'other.xml'), other);
  const out = join(root, 'run');
  await migrate(
    {
      inputs: [join(root, 'first.xml'), join(root, 'other.xml')],
      out,
      to: ['bundle'],
      bundle: 'transaction',
      per: 'patient',
      maxEntries: 500,
      asOf: '2026-01-01T00:00:00Z',
      crosswalk: false,
      source: 'file',
      fhirFormat: 'json',
      version: '0.0.0',
      ...more,
    },
    quiet,
  );
  return out;
}

const filesOf = (out: string, key?: Uint8Array) =>
  openPastRun(out, key).groups.flatMap((group) =>
    group.files().map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]),
  );

describe('a run that was made before', () => {
  it.each([
    ['as files', {}],
    ['embedded in JSON', { source: 'embed' }],
    ['embedded in XML', { source: 'embed', fhirFormat: 'xml' }],
    ['a document each', { per: 'document' }],
  ] as const)('gives the documents back that it keeps %s', async (_, more) => {
    const files = filesOf(await run(more));
    expect(files.toSorted()).toEqual([
      ['first.xml', first],
      ['other.xml', other],
    ]);
  });

  it('reads with the zone and the code systems of the run', async () => {
    const codeSystems = [{ oid: '2.16.840.1.113883.19.1', uri: 'http://example.org/codes' }];
    const out = await run({ timezone: 'America/Chicago', codeSystems });
    const { reading, fhir } = openPastRun(out, undefined).groups[0] ?? {};
    expect(reading?.codeSystems).toEqual(codeSystems);
    expect(reading?.offsetAt?.('2020-07-01T10:00:00')).toBe('-05:00');
    expect(fhir?.asOf).toBe('2026-01-01T00:00:00Z');
  });

  it('finds the patient of a resource, and the file of a name', async () => {
    const out = await run();
    const past = openPastRun(out, undefined);
    const [bundle] = readdirSync(join(out, 'bundles')).filter((name) => name.endsWith('.json'));
    const id = bundle?.replace('.json', '') ?? '';
    expect(past.groupsOf(`Patient/${id}`).map((group) => group.id)).toEqual([id]);
    expect(past.groupsOf('Condition/none')).toHaveLength(2);
    expect(past.groupOfFile('other.xml')?.group.names).toEqual(['other.xml']);
    expect(past.groupOfFile('none.xml')).toBeUndefined();
  });

  it('asks for the key of a run that had one, and only then', async () => {
    const key = new TextEncoder().encode('a key of sixteen bytes');
    const out = await run({ idKey: key });
    expect(() => openPastRun(out, undefined)).toThrow(Refusal);
    expect(filesOf(out, key)).toHaveLength(2);
  });

  it('refuses what is no whole run, and documents that are not as they were read', async () => {
    expect(() => openPastRun(root, undefined)).toThrow(Refusal);
    const out = await run();
    const [name = ''] = readdirSync(join(out, 'documents'));
    writeFileSync(join(out, 'documents', name), 'other');
    expect(() => filesOf(out)).toThrow(Refusal);
  });
});
