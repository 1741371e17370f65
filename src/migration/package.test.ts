import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Zipped, zip } from '../../test/zip.ts';
import { type Member, readMember } from './member.ts';
import { openPackage } from './package.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartlift-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = (bytes: Uint8Array): string => {
  const path = join(folder, 'a.zip');
  writeFileSync(path, bytes);
  return path;
};
const open = (...files: Zipped[]) => openPackage(write(zip(files)));
const membersOf = async (...files: Zipped[]): Promise<Member[]> => {
  const members = await open(...files);
  if (!Array.isArray(members)) throw new Error(`refused: ${members}`);
  return members;
};

describe('a package', () => {
  it('gives the bytes of its members', async () => {
    const members = await membersOf(
      { name: 'IHE_XDM/SUBSET01/DOC.XML', content: '<a/>' },
      { name: 'empty.txt' },
    );
    expect(members.map(({ name }) => name)).toEqual(['IHE_XDM/SUBSET01/DOC.XML', 'empty.txt']);
    const path = join(folder, 'a.zip');
    expect(members.map((one) => Buffer.from(readMember(path, one) ?? '').toString())).toEqual(['<a/>', '']);
  });

  it.each([
    ['an encrypted file', { name: 'a.xml', encrypted: true }, 'encrypted'],
    ['a symbolic link', { name: 'a.xml', content: '/etc/passwd', mode: 0o120777 }, 'a link or special file'],
    ['a name with a line break', { name: 'a\n.xml' }, 'of a name with control characters'],
    [
      'a file that grows beyond measure',
      { name: 'a', content: Buffer.alloc(30_000_000) },
      'compressed beyond measure',
    ],
  ])('names %s and does not open it', async (_, file, obstacle) =>
    expect(await membersOf({ name: 'good.xml' }, file)).toMatchObject([{ name: 'good.xml' }, { obstacle }]),
  );

  it('does not take one of two files of a name for the other', async () =>
    expect(await membersOf({ name: 'a', content: '1' }, { name: 'a', content: '2' })).toMatchObject([
      { obstacle: 'two files of one name' },
    ]));

  it.each([
    ['holds more than it states', { content: 'abc', size: 1 }],
    ['holds less than it states', { content: 'abc', size: 9 }],
    ['holds other bytes than it states', { content: 'abc', crc32: 1 }],
  ])('gives nothing of a member that %s', async (_, file) => {
    const [member] = await membersOf({ name: 'a', ...file });
    expect(member && readMember(join(folder, 'a.zip'), member)).toBeUndefined();
  });

  it.each(['../a.xml', '/a.xml', 'C:/a.xml', 'x/../../a.xml', '..\\a.xml'])(
    'is refused whole where it holds %s',
    async (name) => expect(await open({ name })).toBe('a ZIP archive of unsafe names'),
  );

  it('is refused whole where it is cut', async () => {
    const bytes = zip([{ name: 'a.xml', content: 'abc' }]);
    for (let end = 4; end < bytes.length; end++) {
      expect(await openPackage(write(bytes.subarray(0, end)))).toBe('a ZIP archive that is damaged');
    }
  });

  it('is none where it is an office document', async () =>
    expect(await open({ name: '[Content_Types].xml' }, { name: 'word/document.xml' })).toBeUndefined());
});
