import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressesIn } from './addresses.ts';
import { readOutputs } from './read-outputs.ts';
import { lazyScratch, openRepeats } from './repeats.ts';

const line = (id: string, more = '') => `{"resourceType":"Patient","id":"${id}"${more}}\n`;
const bundle = (...ids: string[]) =>
  JSON.stringify({
    resourceType: 'Bundle',
    entry: ids.map((id) => ({ resource: { resourceType: 'Patient', id } })),
  });

describe('addressesIn', () => {
  it.each([1, 2, 7, 600, 5000])('finds resources wherever a block of %d bytes ends', (size) => {
    const inside = JSON.stringify(
      `{"resourceType":"Patient","id":"no"} "resource":{"resourceType":"X","id":"no"`,
    );
    const contained = ',"contained":[{"resourceType":"Location","id":"no"}]';
    for (const [file, text] of [
      ['Patient.ndjson', ['a', 'b', 'c'].map((id) => line(id, `,"x":${inside}${contained}`)).join('')],
      ['a.json', bundle('a', 'b', 'c')],
      [
        'a.xml',
        ['a', 'b', 'c']
          .map((id) => `<resource><Patient xmlns="u">\n<id value="${id}"/></Patient></resource>`)
          .join(''),
      ],
    ] as const) {
      const find = addressesIn(file);
      const bytes = Buffer.from(text);
      const found: (readonly [string, string])[] = [];
      for (let at = 0; at < bytes.length; at += size) found.push(...find(bytes.subarray(at, at + size)));
      found.push(...find());
      expect(found).toEqual(['a', 'b', 'c'].map((id) => ['Patient', id]));
    }
  });
});

describe('readOutputs', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'chartlift-outputs-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const written = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
    return { file, size: text.length, count: 1, sha256: createHash('sha256').update(text).digest('hex') };
  };

  it('tells what lies in the folder by form, and what stands twice', () => {
    const outputs = [
      written('ndjson/Patient.ndjson', line('0a') + line('0b')),
      written('bundles/1.json', bundle('0a', '0a')),
    ];
    expect(readOutputs(folder, outputs)).toEqual({
      absent: [],
      found: {
        ndjson: { Patient: { count: 2, sum: 21, repeated: 0 } },
        bundles: { Patient: { count: 2, sum: 20, repeated: 1 } },
      },
    });
  });

  it('names files that are gone, or of the same size with other bytes', () => {
    const changed = written('records/a.json', '{"a":1}');
    const gone = written('records/b.json', '{}');
    writeFileSync(join(folder, changed.file), '{"a":2}');
    rmSync(join(folder, gone.file));
    expect(readOutputs(folder, [changed, gone]).absent).toEqual([changed.file, gone.file]);
  });
});

describe('openRepeats', () => {
  it('counts what comes again, in memory and on disk alike', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chartlift-repeats-'));
    const scratch = lazyScratch(folder, 'ids.tmp');
    const repeats = openRepeats(scratch.open);
    // Of these each of the 64 parts fills its block of 256 some times.
    for (let at = 0; at < 40_000; at++) repeats.note(`id-${at}`);
    for (const at of [0, 0, 20_000, 39_999]) repeats.note(`id-${at}`);
    expect(repeats.close()).toBe(4);
    scratch.close();
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
