import { describe, expect, it } from 'vitest';
import { facts, observation } from '../../../../test/fact-rows.ts';

describe('a code', () => {
  const lookups =
    'lookups: { colors: { R: { system: "urn:c", code: red, display: Red } }, states: { F: final } }\n';
  const method = (otherwise: string, rows: string) =>
    facts(observation(`method: { from: $COLOR, lookup: colors, otherwise: ${otherwise} }`), rows, {
      head: lookups,
    });

  it('is looked up', () => {
    const { contribution } = method('keep', 'PERSON|CODE|COLOR\np1|a|R');
    expect(contribution.statements.observation?.[0]?.method).toEqual({
      codings: [{ system: 'urn:c', code: 'red', display: 'Red' }],
    });
  });

  it('that a lookup lacks is kept under a system of its own, and counted', () => {
    const { contribution, unmapped } = method('keep', 'PERSON|CODE|COLOR\np1|a|B');
    expect(contribution.statements.observation?.[0]?.method).toEqual({
      codings: [{ system: 'urn:chartlift:local-code:test:colors', code: 'B' }],
      text: 'B',
    });
    expect(unmapped).toEqual([{ lookup: 'colors', code: 'B' }]);
  });

  it('that a lookup lacks is left out, set aside with its row, or a constant, as the mapping says', () => {
    const rows = 'PERSON|CODE|COLOR\np1|a|B';
    expect(method('omit', rows).contribution.statements.observation?.[0]?.method).toBeUndefined();
    expect(method('plain', rows).contribution.statements.observation?.[0]?.method).toEqual({
      codings: [],
      text: 'plain',
    });
    const { quarantined, contribution } = method('quarantine', rows);
    expect(quarantined.map(({ rule, row }) => [rule, row.line])).toEqual([['code-unmapped', 2]]);
    expect(contribution.ledger.at(-1)).toMatchObject({ state: 'quarantined', rule: 'code-unmapped' });
  });

  it('for which a word of ours must stand goes into a note where there is none', () => {
    const rule = observation('status: { from: $STATE, lookup: states }');
    const { contribution } = facts(rule, 'PERSON|CODE|STATE\np1|a|F\np1|b|Q', { head: lookups });
    expect(contribution.statements.observation?.map(({ status, notes }) => [status, notes])).toEqual([
      ['final', undefined],
      ['unknown', [{ text: 'status: Q' }]],
    ]);
  });

  it('that cannot be one of its system is one of the source', () => {
    const rule = `  - from: facts\n    to: observation\n    fields: { code: { system: "http://loinc.org", code: $CODE } }\n`;
    const { contribution } = facts(rule, 'PERSON|CODE\np1|8480-6\np1|X99-1');
    expect(contribution.statements.observation?.map(({ code }) => code.codings[0]?.system)).toEqual([
      'http://loinc.org',
      'urn:chartlift:local-code:test',
    ]);
  });

  it('whose system is named as people name it has its URI', () => {
    const rule = `  - from: facts\n    to: observation\n    fields: { code: { system: $SYSTEM, code: $CODE } }\n`;
    const { contribution } = facts(rule, 'PERSON|SYSTEM|CODE\np1|SNOMED-CT|271649006');
    expect(contribution.statements.observation?.[0]?.code.codings[0]?.system).toBe('http://snomed.info/sct');
  });
});
