import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGzip } from './gzip.ts';

let path: string;
beforeAll(() => {
  path = join(mkdtempSync(join(tmpdir(), 'chartlift-')), 'packed');
});
afterAll(() => rmSync(join(path, '..'), { recursive: true }));

const opened = (bytes: Uint8Array, name = 'a.gz') => {
  writeFileSync(path, bytes);
  return openGzip({ path, name });
};

describe('a gzip file', () => {
  it.each([
    ['folder/chart.xml.gz', 'chart.xml'],
    ['chart.XML.GZ', 'chart.XML'],
    ['export.tgz', 'export.tar'],
    ['chart', 'content'],
    ['.gz', 'content'],
  ])('%s holds %s', async (name, inside) =>
    expect(await opened(gzipSync('<a/>'), name)).toMatchObject({ name: inside, size: 4, coding: 'gzip' }),
  );

  it('that grows beyond measure is not opened', async () =>
    expect(await opened(gzipSync(Buffer.alloc(30_000_000)))).toBe(
      'a gzip file that is compressed beyond measure',
    ));

  it('that is cut is damaged', async () => {
    const bytes = gzipSync('the chart of a patient');
    for (let end = 2; end < bytes.length; end++) {
      expect(await opened(bytes.subarray(0, end))).toBe('a gzip file that is damaged');
    }
  });
});
