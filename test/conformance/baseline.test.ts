import { describe, expect, it } from 'vitest';
import { ratesOf, worsened } from './baseline.ts';

const measured = (resources: number, claimed: number, absent = 0) => ({
  types: { Goal: { resources, claimed, absent } },
  codingsDropped: 0,
  systemsDropped: 0,
  codings: 10,
  systems: 2,
});
const rates = (...given: Parameters<typeof measured>) => ({ run: ratesOf(measured(...given), 5) });

describe('worsened', () => {
  it('takes more of the same for no worsening', () =>
    expect(worsened(rates(100, 90), { run: ratesOf(measured(200, 180), 10) })).toEqual([]));

  it('tells fewer claims and more absences by their share', () =>
    expect(worsened(rates(1000, 900), rates(1000, 850, 200))).toEqual([
      'run: Goal claims its profile 90 → 85 %',
      'run: Goal says values absent 0 → 20 %',
    ]));

  it('does not mind one resource of few', () => expect(worsened(rates(2, 2), rates(3, 2, 1))).toEqual([]));

  it('tells more warnings for a thousand resources', () =>
    expect(worsened(rates(100, 90), { run: ratesOf(measured(100, 90), 9) })).toEqual([
      'run: warnings 50 → 90',
    ]));

  it('asks for figures of a run that has none', () =>
    expect(worsened({}, rates(1, 1))).toEqual(['run: no figures are agreed on']));
});
