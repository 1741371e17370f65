import { describe, expect, it } from 'vitest';
import { goalAchievementOf, goalPriorityOf, goalStatusOf } from './goals.ts';

describe('goals', () => {
  it.each([
    ['new', 'planned'],
    ['aborted', 'cancelled'],
    ['suspended', 'on-hold'],
    ['toString', undefined],
  ])('a goal that is %s is %s', (code, status) => expect(goalStatusOf(code)).toBe(status));

  it('never takes "not achieved" for achieved', () => {
    expect(goalAchievementOf('390801001')?.code).toBe('not-achieved');
    expect(goalAchievementOf('390802008')?.code).toBe('achieved');
    expect(goalAchievementOf('constructor')).toBeUndefined();
  });

  it('knows no priority by "unspecified significance"', () => {
    expect(goalPriorityOf('394849002')?.code).toBe('high-priority');
    expect(goalPriorityOf('394847000')).toBeUndefined();
  });
});
