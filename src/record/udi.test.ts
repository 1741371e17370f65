import { describe, expect, it } from 'vitest';
import { readUdi } from './udi.ts';

describe('readUdi', () => {
  it('takes GS1’s readable form apart', () =>
    expect(readUdi('(01)00844588003288(11)141231(17)150700(10)A213B1(21)1234')).toEqual({
      udi: '(01)00844588003288(11)141231(17)150700(10)A213B1(21)1234',
      deviceIdentifier: '00844588003288',
      manufactured: { value: '2014-12-31' },
      expires: { value: '2015-07' },
      lot: 'A213B1',
      serial: '1234',
    }));

  it.each([
    ['00643169007222', { deviceIdentifier: '00643169007222' }],
    ['+H123PARTNO1234567890120/$$420020216LOT', {}],
    ['01006431690072221716012821BLC', {}],
    ['(01)00844588003288(17)159931', { deviceIdentifier: '00844588003288' }],
  ])('%s', (text, parts) => expect(readUdi(text)).toEqual({ udi: text, ...parts }));
});
