import { describe, expect, it } from 'vitest';
import { facts, observation } from '../../../../test/fact-rows.ts';

describe('what the source does not say the output does not say', () => {
  it('no status is invented: it is unknown, or told by an end', () => {
    const rules =
      '  - { from: visits, to: encounter, id: $Id, fields: { period: { start: $FROM, end: $TO } } }\n';
    const { contribution } = facts(observation('note: $CODE'), 'PERSON|CODE\np1|a', {
      rules,
      tables: { visits: 'PERSON|Id|FROM|TO\np1|v1|2020-01-01|2020-01-02\np1|v2|2020-01-01|' },
    });
    expect(contribution.statements.encounter?.map(({ status }) => status)).toEqual(['finished', 'unknown']);
    expect(contribution.statements.observation?.[0]?.status).toBe('unknown');
  });

  it('an end forbids active for a problem; an allergy that is stated active stays so', () => {
    const problem =
      '  - { from: facts, to: problem, fields: { code: $CODE, clinicalStatus: $STATE, abatement: $END } }\n';
    const allergy = problem.replace('problem', 'allergy');
    const rows = 'PERSON|CODE|STATE|END\np1|a|active|2020\np1|b||2020\np1|c|active|';
    expect(
      facts(problem, rows).contribution.statements.problem?.map(({ clinicalStatus }) => clinicalStatus),
    ).toEqual(['inactive', 'resolved', 'active']);
    expect(
      facts(allergy, rows).contribution.statements.allergy?.map(({ clinicalStatus }) => clinicalStatus),
    ).toEqual(['active', 'resolved', 'active']);
  });

  it('a refuted problem has no clinical status', () => {
    const rule =
      '  - { from: facts, to: problem, fields: { code: $CODE, verificationStatus: refuted, clinicalStatus: active } }\n';
    expect(facts(rule, 'PERSON|CODE\np1|a').contribution.statements.problem?.[0]).not.toHaveProperty(
      'clinicalStatus',
    );
  });
});
