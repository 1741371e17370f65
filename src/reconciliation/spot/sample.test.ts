import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PatientLine } from '../tally/index.ts';
import { drawSample } from './sample.ts';

const chart = (number: number, more: Partial<PatientLine> = {}): PatientLine => ({
  id: `chart-${number}`,
  name: `Name ${number}`,
  identifiers: [['urn:oid:1.2.3', `MRN-${number}`]],
  kinds: { problem: number },
  documents: 1,
  resources: number,
  issues: { error: 0, warning: 0, information: 0 },
  sources: [],
  files: [],
  ...more,
});
const charts = Array.from({ length: 40 }, (_, number) => chart(number));
const draw = (all: readonly PatientLine[], seed = 's', named: string[] = []) =>
  drawSample(all, { count: 4, seed, named }).map(({ chart: { id }, why }) => `${why} ${id}`);

describe('drawSample', () => {
  it('draws the same charts with the same seed, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(charts, { minLength: 40 }), (shuffled) => {
        expect(draw(shuffled)).toEqual(draw(charts));
      }),
    );
  });

  it('draws others with another seed', () => {
    expect(draw(charts, 'a')).not.toEqual(draw(charts, 'b'));
  });

  it('takes the largest, and those with most issues', () => {
    const doubtful = chart(0, { issues: { error: 5, warning: 0, information: 0 } });
    const risks = draw([doubtful, ...charts.slice(1)]).filter((one) => one.startsWith('risk'));
    const all = draw([doubtful, ...charts.slice(1)]).join();
    expect(all).toContain('chart-39');
    expect(all).toContain('chart-0');
    expect(risks.length).toBeLessThanOrEqual(4);
  });

  it.each(['chart-7', 'MRN-7', 'Name 7'])('takes a chart that is named by %s, first', (name) => {
    expect(draw(charts, 's', [name])[0]).toBe('named chart-7');
  });

  it('shows no chart twice', () => {
    const few = draw(charts.slice(0, 3), 's', ['chart-1']).map((one) => one.split(' ')[1]);
    expect(few.toSorted()).toEqual(['chart-0', 'chart-1', 'chart-2']);
  });
});
