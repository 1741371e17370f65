import { describe, expect, it } from 'vitest';
import { exportOptions, mappingOf, rowsOf, sharedOf } from '../../../../test/mapped-rows.ts';
import { convertShared } from '../convert-patient.ts';

describe('tables that belong to no patient', () => {
  it('make people and organisations, each row with its line', () => {
    const mapping = mappingOf(`
tables:
  staff: { file: staff.csv, key: $Id, links: { $ORG: orgs } }
  orgs: { file: orgs.csv, key: $Id }
records:
  - { from: orgs, to: organization, id: $Id, fields: { name: $NAME } }
  - { from: staff, to: practitioner, also: true, id: $Id, fields: { names: [$NAME] } }
  - { from: staff, to: practitionerRole, id: [$Id, $ORG], fields: { practitioner: $Id, organization: $ORG } }
`);
    const rows = new Map([['staff', rowsOf('staff', 'Id|NAME|ORG\nd1|Dr. Who|o1\nd2|Dr. No|o9')]]);
    const { contribution } = convertShared(
      mapping,
      rows,
      sharedOf({ orgs: 'Id|NAME\no1|Clinic' }),
      exportOptions,
    );
    const { people } = contribution;
    expect(people.practitioner.map(({ names }) => names?.[0]?.text).sort()).toEqual(['Dr. No', 'Dr. Who']);
    expect(people.practitionerRole.filter(({ organization }) => organization !== undefined)).toHaveLength(1);
    expect(contribution.ledger.map(({ state, into }) => [state, into?.length])).toEqual([
      ['converted', 2],
      ['converted', 2],
    ]);
    expect(contribution.issues.map(({ code }) => code)).toEqual(['row-link-broken']);
  });
});
