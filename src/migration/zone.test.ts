import { describe, expect, it } from 'vitest';
import { offsetsOf } from './zone.ts';

const chicago = offsetsOf('America/Chicago');

describe('offsetsOf', () => {
  it.each([
    ['2010-01-15T12:00:00', '-06:00'],
    ['2010-07-15T12:00:00', '-05:00'],
    ['2010-03-14T01:59:59', '-06:00'],
    ['2010-03-14T03:00:00', '-05:00'],
  ])('gives %s in Chicago %s', (local, offset) => {
    expect(chicago(local)).toBe(offset);
  });

  it('gives none to a time that never was, and none to one that came twice', () => {
    expect(chicago('2010-03-14T02:30:00')).toBeUndefined();
    expect(chicago('2010-11-07T01:30:00')).toBeUndefined();
  });

  it('gives none where the offset had seconds', () => {
    expect(chicago('1880-01-01T12:00:00')).toBeUndefined();
  });

  it('knows zones without daylight saving, with half hours, and UTC', () => {
    expect(offsetsOf('Asia/Kolkata')('2010-07-15T12:00:00')).toBe('+05:30');
    expect(offsetsOf('UTC')('2010-07-15T12:00:00')).toBe('+00:00');
  });

  it('gives none to what is no time', () => {
    expect(chicago('2010-02-31T99')).toBeUndefined();
  });
});
