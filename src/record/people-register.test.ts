import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Organization } from './people.ts';
import { PeopleRegister } from './people-register.ts';

const view = fc.record({
  stamp: fc.constantFrom('2019', '2020', '2021'),
  item: fc.record(
    {
      id: fc.constantFrom('1', '2'),
      name: fc.constantFrom('Ward', 'Clinic'),
      telecoms: fc.array(fc.record({ value: fc.constantFrom('555-0101', '555-0102') }), { maxLength: 2 }),
    },
    { requiredKeys: ['id'] },
  ),
});

const registered = (views: readonly { stamp: string; item: Organization }[]) => {
  const register = new PeopleRegister();
  for (const { item, stamp } of views) register.add('organization', item, stamp);
  return register.people().organization;
};

describe('PeopleRegister', () => {
  it('does not depend on the order of the sources', () => {
    const twoOrders = fc
      .array(view, { maxLength: 6 })
      .chain((views) =>
        fc.tuple(fc.constant(views), fc.shuffledSubarray(views, { minLength: views.length })),
      );
    fc.assert(
      fc.property(twoOrders, ([views, shuffled]) => {
        expect(JSON.stringify(registered(shuffled))).toBe(JSON.stringify(registered(views)));
      }),
    );
  });

  it('takes a single value from the latest source, and unites lists', () =>
    expect(
      registered([
        { stamp: '2021', item: { id: '1', name: 'Clinic', telecoms: [{ value: 'b' }] } },
        { stamp: '2019', item: { id: '1', name: 'Ward', telecoms: [{ value: 'a' }, { value: 'b' }] } },
      ]),
    ).toEqual([{ id: '1', name: 'Clinic', telecoms: [{ value: 'a' }, { value: 'b' }] }]));

  it('lists everybody by id, kinds apart', () => {
    const register = new PeopleRegister();
    register.add('practitioner', { id: '2' });
    register.add('practitioner', { id: '1' });
    register.add('device', { id: '1' });
    expect(register.people()).toEqual({
      practitioner: [{ id: '1' }, { id: '2' }],
      practitionerRole: [],
      organization: [],
      location: [],
      device: [{ id: '1' }],
    });
  });
});

it('goes on with what another register knows, in any order', () => {
  const say = (register: PeopleRegister, phone: string, city: string, stamp: string) =>
    register.add('organization', { id: 'o', telecoms: [{ value: phone }], name: city } as never, stamp);
  const whole = new PeopleRegister();
  const [one, other] = [new PeopleRegister(), new PeopleRegister()];
  say(whole, '1', 'North', '2024');
  say(whole, '2', 'South', '2025');
  say(one, '1', 'North', '2024');
  say(other, '2', 'South', '2025');
  for (const parts of [
    [one, other],
    [other, one],
  ]) {
    const sum = new PeopleRegister();
    for (const part of parts) for (const slot of part.slots()) sum.absorb(JSON.parse(JSON.stringify(slot)));
    expect(sum.people()).toEqual(whole.people());
  }
});
