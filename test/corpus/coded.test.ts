import { describe, expect, it } from 'vitest';
import { statementRules } from '../../src/readers/ccda/statements/index.ts';
import { codedSurvey } from './coded-survey.ts';
import { hasCorpus, skipped } from './corpus.ts';

describe('the rules of the statements', () => {
  it.each([
    ['2.16.840.1.113883.10.20.22.4.4', 'problem'],
    ['2.16.840.1.113883.10.20.22.4.7', 'allergy'],
    ['2.16.840.1.113883.10.20.22.4.16', 'medication'],
    ['2.16.840.1.113883.10.20.22.4.52', 'immunization'],
    ['2.16.840.1.113883.10.20.22.4.14', 'procedure'],
    ['2.16.840.1.113883.10.20.22.4.27', 'observation'],
    ['2.16.840.1.113883.10.20.22.4.1', 'report'],
    ['2.16.840.1.113883.10.20.22.4.121', 'goal'],
  ])('name what template %s becomes', (template, kind) =>
    expect(
      statementRules.filter(({ templates }) => templates.includes(template)).map((one) => one.kind),
    ).toContain(kind),
  );
});

describe.skipIf(!hasCorpus)(`coded entries of the corpus${skipped}`, () => {
  const { entries, coded, share } = hasCorpus ? codedSurvey() : { entries: 0, coded: {}, share: 0 };

  it('become the resource that their rule names, 99 of 100 at least', () => {
    expect(share).toBeGreaterThanOrEqual(0.99);
    expect(share).toBeLessThanOrEqual(1);
  });

  it('are most of the entries, and few of them are but an observation', () => {
    const all = Object.values(coded).reduce((sum, count) => sum + count, 0);
    expect(all / entries).toBeGreaterThan(0.85);
    expect((coded['only an observation'] ?? 0) / all).toBeLessThan(0.01);
  });
});
