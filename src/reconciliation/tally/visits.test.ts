import { expect, it } from 'vitest';
import { isOutsideVisit, visitsOf } from './visits.ts';

const chart = (start: string, end?: string) =>
  ({
    statements: {
      encounter: [{ id: 'v', period: { start: { value: start }, ...(end && { end: { value: end } }) } }],
    },
  }) as never;
const seen = { encounter: { ref: 'encounter/v' } };

// OHDSI's withinVisitDates allows a week on either side.
it.each([
  ['observation', '2020-03-10', false],
  ['observation', '2020-03-19T08:00:00Z', false],
  ['observation', '2020-03-20', true],
  ['procedure', '2020-03-02', true],
  ['problem', '2011-01-01', false],
  ['observation', '2020-05', false],
])('%s of %s', (kind, day, isOutside) =>
  expect(
    isOutsideVisit(kind, seen, { starts: [day], visits: visitsOf(chart('2020-03-10', '2020-03-12')) }),
  ).toBe(isOutside),
);

it('says nothing of a visit that has no end, nor of what is of no visit', () => {
  const visits = visitsOf(chart('2020-03-10'));
  expect(isOutsideVisit('observation', seen, { starts: ['1999-01-01'], visits })).toBe(false);
  expect(isOutsideVisit('observation', {}, { starts: ['1999-01-01'], visits })).toBe(false);
});
