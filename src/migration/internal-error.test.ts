import { describe, expect, it } from 'vitest';
import { faultOf } from './internal-error.ts';

describe('faultOf', () => {
  it('tells the class and our own line, never the message', () => {
    const fault = faultOf(new TypeError('SECRET /src/secret.ts:1:1'));
    expect(fault.error).toBe('TypeError');
    expect(fault.at).toMatch(/^src\/migration\/internal-error\.test\.ts:\d+$/);
  });

  it('tells nothing of what is no error', () => {
    expect(faultOf('SECRET')).toEqual({ error: 'string', at: 'unknown' });
    expect(faultOf(Object.assign(new Error('x'), { name: 'SECRET name' }))).toMatchObject({ error: 'Error' });
  });
});
