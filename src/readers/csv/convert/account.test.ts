import { describe, expect, it } from 'vitest';
import { facts, observation } from '../../../../test/fact-rows.ts';
import { exportOptions } from '../../../../test/mapped-rows.ts';
import { assemble } from '../../../assemble/index.ts';
import { kinds } from '../../../record/index.ts';

describe('the account', () => {
  it('says which columns were read and held something', () => {
    const { used } = facts(observation('note: $A, value: $B'), 'PERSON|CODE|A|B|C\np1|x|1||3');
    expect([...(used.get('facts') ?? [])].sort()).toEqual(['A', 'CODE', 'PERSON']);
  });

  it('keeps two rows of one key apart that say different things, and makes one of equal rows', () => {
    const { contribution } = facts(
      observation('value: $V'),
      'PERSON|DAY|CODE|V\np1|2020|a|1\np1|2020|a|2\np1|2020|a|1',
    );
    const { record, ledger } = assemble([contribution], { make: exportOptions.make });
    expect(record.statements.observation.map(({ value }) => value?.string).sort()).toEqual(['1', '2']);
    const states = ledger.filter(({ place }) => place.file === 'facts.csv').map(({ state }) => state);
    expect(states.sort()).toEqual(['converted', 'converted', 'merged']);
  });

  it('tells rows of other keys apart though they say the same', () => {
    const rule = '  - { from: facts, to: problem, id: [$PERSON, $VISIT, $CODE], fields: { code: $CODE } }\n';
    const { contribution } = facts(rule, 'PERSON|VISIT|CODE\np1|v1|flu\np1|v2|flu');
    expect(assemble([contribution], { make: exportOptions.make }).record.statements.problem).toHaveLength(2);
  });

  it('speaks at the time of what last happened', () => {
    const { contribution } = facts(
      observation('effective: $DAY'),
      'PERSON|DAY|CODE\np1|2020-05-01|a\np1|2021-06-01T10:00:00Z|b\np1|2019|c',
    );
    expect(contribution.precedence.time).toBe('20210601100000');
  });

  it('makes statements that the record takes', () => {
    const { contribution } = facts(
      observation('status: final, effective: $DAY, value: $V, note: $V'),
      'PERSON|DAY|CODE|V\np1|2020-05-01|a|x',
    );
    for (const one of contribution.statements.observation ?? [])
      expect(() => kinds.observation.schema.parse(one)).not.toThrow();
  });
});
