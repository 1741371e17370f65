import { describe, expect, it } from 'vitest';
import { isOid, isUuid, oidIn } from './oid.ts';

describe('isOid', () => {
  it.each(['2.16.840.1.113883.6.96', '1.0.1', '0.9.0'])('knows %s', (text) => expect(isOid(text)).toBe(true));
  it.each([
    '',
    '2',
    '3.1',
    '3.1.1',
    '1.02.1',
    '2.201',
    '1.2.',
    '.1.2',
    '1..2',
    'urn:oid:1.2',
    '1.2 ',
    'LOINC',
  ])('refuses %j', (text) => expect(isOid(text)).toBe(false));
});

describe('isUuid', () => {
  it('knows both cases and no prefix', () => {
    expect(isUuid('db734647-fc99-424c-a864-7e3cda82e703')).toBe(true);
    expect(isUuid('DB734647-FC99-424C-A864-7E3CDA82E703')).toBe(true);
    expect(isUuid('urn:uuid:db734647-fc99-424c-a864-7e3cda82e703')).toBe(false);
    expect(isUuid('db734647fc99424ca8647e3cda82e703')).toBe(false);
  });
});

it('oidIn takes the prefix and the space around it off', () => {
  expect(oidIn(' URN:OID:1.2.3 ')).toBe('1.2.3');
  expect(oidIn('urn:uuid:1.2.3')).toBeUndefined();
});
