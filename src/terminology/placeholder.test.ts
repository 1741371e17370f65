import { describe, expect, it } from 'vitest';
import { npiOid } from './identifier-systems.ts';
import { isPlaceholderId } from './placeholder.ts';

describe('isPlaceholderId', () => {
  it.each([
    [undefined, undefined],
    ['', ' '],
    ['2.16.840.1.113883.4.1', undefined],
    [npiOid, ''],
    ['1.2.3', 'UNK'],
    ['1.2.3', 'N/A'],
    ['1.2.3', 'unknown'],
    ['1.2.3', '0'],
    ['1.2.3', '000-00-0000'],
    ['1.2.3', '999-99-9999'],
    ['1.2.3', '111111'],
    ['1.2.3', 'NI'],
    ['1.2.3', '---'],
    ['1.2.3', 'XXX'],
    ['UNK', undefined],
    ['00000000-0000-0000-0000-000000000000', undefined],
    ['urn:ietf:rfc:3986', 'urn:uuid:00000000-0000-0000-0000-000000000000'],
  ])('%j %j identifies nobody', (root, extension) => expect(isPlaceholderId(root, extension)).toBe(true));

  it.each([
    ['1.2.3', undefined],
    ['db734647-fc99-424c-a864-7e3cda82e703', undefined],
    ['1.2.3', '3'],
    ['1.2.3', '11'],
    ['1.2.3', '998991'],
    ['1.2.3', 'Nance'],
    ['1.2.3', '李'],
    ['urn:ietf:rfc:3986', 'urn:uuid:db734647-fc99-424c-a864-7e3cda82e703'],
  ])('%j %j identifies', (root, extension) => expect(isPlaceholderId(root, extension)).toBe(false));
});
