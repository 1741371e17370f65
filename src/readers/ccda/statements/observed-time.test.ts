import { describe, expect, it } from 'vitest';
import { reading } from '../../../../test/reading.ts';
import { readTiming, saysTime } from './observed-time.ts';

describe('readTiming', () => {
  it.each([
    ['a point', '<t value="20200301"/>', { point: { value: '2020-03-01' } }],
    ['one start', '<t><low value="20200301"/></t>', { point: { value: '2020-03-01' } }],
    [
      'a start with an unknown end',
      '<t><low value="20200301"/><high nullFlavor="UNK"/></t>',
      { point: { value: '2020-03-01' } },
    ],
    [
      'the same twice',
      '<t><low value="20200301"/><high value="20200301"/></t>',
      { point: { value: '2020-03-01' } },
    ],
    [
      'two ends',
      '<t><low value="202003"/><high value="202004"/></t>',
      { span: { start: { value: '2020-03' }, end: { value: '2020-04' } } },
    ],
    ['one end', '<t><high value="202004"/></t>', { span: { end: { value: '2020-04' } } }],
    ['nothing known', '<t nullFlavor="NASK"/>', { point: { absent: 'not-asked' } }],
    ['nothing', '<t/>', undefined],
  ])('%s', (_, xml, expected) => expect(reading(xml, readTiming).value).toEqual(expected));

  it('knows a time that says something', () => {
    expect(reading('<t><low nullFlavor="UNK"/></t>', saysTime).value).toBe(false);
    expect(reading('<t><low value="2020"/></t>', saysTime).value).toBe(true);
  });
});
