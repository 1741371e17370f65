import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCodeSystems } from './code-systems-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'chartlift-systems-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (text: string) => {
  const path = join(folder, 'systems');
  writeFileSync(path, text);
  return readCodeSystems(path);
};

const one = { oid: '2.16.840.1.113883.19.5', uri: 'https://clinic.example/codes' };

describe('readCodeSystems', () => {
  it.each([
    ['CSV', `${one.oid},${one.uri}`],
    [
      'CSV with a head, a comment, a byte order mark and CRLF',
      `\uFEFFoid,uri,name\r\n# ours\r\n${one.oid},${one.uri},\r\n\r\n`,
    ],
    ['CSV with quotes', `"${one.oid}","${one.uri}"\n`],
    ['an OID as a URN', `urn:oid:${one.oid},${one.uri}`],
    ['JSON', JSON.stringify([one])],
  ])('reads %s', async (_, text) => expect(await read(text)).toEqual([one]));

  it('reads a name with a comma', async () => {
    expect(await read(`${one.oid},${one.uri},"Visits, ""own"""`)).toEqual([
      { ...one, name: 'Visits, "own"' },
    ]);
  });

  it.each([
    ['no OID', `oid,uri\n${one.oid},${one.uri}\nvisits,urn:x:y`, 'line 3: oid is not an OID in dotted form'],
    ['no URI', `\n${one.oid},visits`, 'line 2: uri is not a URI with its scheme'],
    ['a URI that is missing', one.oid, 'line 1: uri is not a URI with its scheme'],
    ['an OID that stands twice', `${one.oid},urn:a:b\n${one.oid},urn:c:d`, 'line 2: the same OID as line 1'],
    ['JSON that is none', `[\n  {"oid": "1.2.3",, }\n]`, 'not JSON'],
    ['JSON that is no array', '{"1.2.3": "urn:a:b"}', 'line 1: not an array'],
    ['an entry of JSON', JSON.stringify([one, null]), 'entry 2: oid is not an OID in dotted form'],
  ])('refuses %s and says where', async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  it('refuses a file that is not there', async () => {
    await expect(readCodeSystems(join(folder, 'none'))).rejects.toThrow('cannot be read');
  });
});
