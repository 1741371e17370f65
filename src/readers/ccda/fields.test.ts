import { describe, expect, it } from 'vitest';
import { element, scopeOf } from '../../../test/reading.ts';
import { concept, concepts, firstOf, many, nowhere, one, time, token } from './fields.ts';

const tree = element('<a><b/><b code="x"/><b code="y"/><t nullFlavor="NI"/><t value="2010"/></a>');
const scope = scopeOf(tree);
const code = ({ attributes }: { attributes: Readonly<Record<string, string>> }) => attributes['code'];

describe('a field answers its value with the nodes it consumed', () => {
  it('one: the first that holds something', () => {
    const found = one('b', code).read(tree, scope);
    expect(found?.value).toBe('x');
    expect(found?.nodes).toEqual([tree.elements('b')[1]]);
  });

  it('many: all that hold something', () => {
    const found = many('b', code).read(tree, scope);
    expect(found?.value).toEqual(['x', 'y']);
    expect(found?.nodes).toEqual(tree.elements('b').slice(1));
  });

  it('or nothing', () => {
    for (const field of [one('c', code), many('c', code), concept('c'), concepts('c'), nowhere]) {
      expect(field.read(tree, scope)).toBeUndefined();
    }
  });

  it('token: a code without a translation is nothing', () => {
    expect(token('b', (one) => (one === 'x' ? 1 : undefined)).read(tree, scope)?.value).toBe(1);
    expect(token('b', () => undefined).read(tree, scope)).toBeUndefined();
  });

  it('firstOf: the next field where one finds nothing', () => {
    const field = firstOf(one('c', code), one('b', code));
    expect(field.path).toBe('c | b');
    expect(field.read(tree, scope)?.value).toBe('x');
  });

  it('time: why a time is absent is an answer too', () =>
    expect(time('t').read(tree, scope)?.value).toEqual({ absent: 'unknown' }));
});
