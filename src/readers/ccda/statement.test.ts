import { describe, expect, it } from 'vitest';
import {
  asthma,
  authorOf,
  comment,
  problem,
  type StatementParts,
  status,
} from '../../../test/clinical-document.ts';
import { element, scopeOf } from '../../../test/reading.ts';
import { isStatement, readStatement } from './statement.ts';
import { allergy as allergyDefinition } from './statements/allergy.ts';
import { problem as definition } from './statements/problem.ts';

function read(parts: StatementParts) {
  const act = element(problem(parts));
  const scope = scopeOf(act);
  const observation = act.first('entryRelationship')?.first('observation');
  const ref = readStatement(definition, observation!, scope);
  scope.collector.settle();
  const unread = scope.issues.filter(({ code }) => code === 'unread').map(({ details }) => details?.['path']);
  return { ref, scope, unread, observation: observation!, item: scope.collector.statements.problem?.[0] };
}

describe('readStatement', () => {
  it('reports nothing of a statement that is read whole', () =>
    expect(
      read({ more: status('55561003') + comment('Words', authorOf('2020', '1', 'Ferrier')) }).unread,
    ).toEqual([]));

  it.each([
    ['methodCode', '<methodCode code="x"/>', ['methodCode']],
    [
      'priorityCode, but not an empty one',
      '<priorityCode nullFlavor="NI"/><priorityCode code="x"/>',
      ['priorityCode'],
    ],
    [
      'a statement in it that no field takes',
      '<entryRelationship typeCode="REFR"><observation><code code="other"/><value code="x"/></observation></entryRelationship>',
      ['entryRelationship/observation'],
    ],
  ])('reports %s as unread', (_, more, paths) => expect(read({ more }).unread).toEqual(paths));

  it('reports a second value', () =>
    expect(read({ value: asthma, more: '<specimen><id root="1.2.3.4"/></specimen>' }).unread).toEqual([
      'specimen',
    ]));

  it('says where, and never a value', () => {
    const { scope } = read({ more: '<methodCode code="SECRET"/>' });
    const [issue] = scope.issues;
    expect(issue?.place).toMatchObject({
      file: 'a.xml',
      path: '/act/entryRelationship/observation/methodCode',
    });
    expect(JSON.stringify(issue)).not.toContain('SECRET');
  });

  it('traces each field to the nodes it was read from', () => {
    const { scope, ref, observation } = read({});
    expect(scope.collector.trace.get(ref.ref)?.['code']).toEqual(observation.elements('value'));
    expect(scope.collector.trace.get(ref.ref)?.['clinicalStatus']?.[0]?.path()).toBe('/act/statusCode');
  });

  it('reads a statement once however often it is referred to', () => {
    const { scope, ref, observation } = read({});
    expect(readStatement(definition, observation, scope)).toEqual(ref);
    expect(scope.collector.statements.problem).toHaveLength(1);
  });
});

describe('isStatement', () => {
  it('tells a statement by its template, whatever its version', () => {
    const { observation, scope } = read({});
    expect(isStatement(definition, observation, scope)).toBe(true);
    expect(isStatement(allergyDefinition, observation, scope)).toBe(false);
  });
});
