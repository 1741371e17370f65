import { describe, expect, it } from 'vitest';
import { orderPriorityOf, orderStatusOf } from './order.ts';

describe('an order', () => {
  it.each([
    ['new', 'draft'],
    ['active', 'active'],
    ['cancelled', 'revoked'],
    ['aborted', 'revoked'],
    ['completed', 'completed'],
    ['nullified', 'entered-in-error'],
    ['toString', undefined],
  ])('with statusCode %s is %s', (code, status) => expect(orderStatusOf(code)).toBe(status));

  it('has FHIR’s priority where FHIR has a word', () =>
    expect(['R', 'UR', 'A', 'S', 'CR', 'valueOf'].map(orderPriorityOf)).toEqual([
      'routine',
      'urgent',
      'asap',
      'stat',
      undefined,
      undefined,
    ]));
});
