import { describe, expect, it } from 'vitest';
import { inputOf, make } from '../../../test/conversion.ts';
import type { Contribution } from '../../record/index.ts';
import { readers } from '../index.ts';

const person = (id: string, given: string, family: string) =>
  `<Actor><ActorObjectID>${id}</ActorObjectID><Person><Name><CurrentName><Given>${given}</Given><Family>${family}</Family></CurrentName></Name></Person></Actor>`;
const insurer =
  '<Actor><ActorObjectID>I</ActorObjectID><Organization><Name>Harbor Mutual</Name></Organization></Actor>';
const actors = `<Actors>${person('P', 'Orla', 'Thistlewood')}${person('F', 'Amos', 'Thistlewood')}${insurer}</Actors>`;

function read(body: string): Contribution {
  const xml = `<ContinuityOfCareRecord xmlns="urn:astm-org:CCR"><Patient><ActorID>P</ActorID></Patient><Body>${body}</Body>${actors}</ContinuityOfCareRecord>`;
  const found = readers.ccr.read(inputOf(xml), { make });
  if (!('source' in found)) throw new Error('not read');
  return found;
}

const text = (name: string, words: string) => `<${name}><Text>${words}</Text></${name}>`;
const coded = (name: string, words: string, code: string, system: string) =>
  `<${name}><Text>${words}</Text><Code><Value>${code}</Value><CodingSystem>${system}</CodingSystem></Code></${name}>`;
const number = (kind: string, id: string) => `<IDs>${text('Type', kind)}<ID>${id}</ID></IDs>`;
const statesOf = ({ ledger }: Contribution) =>
  ledger.filter(({ unit }) => unit === 'entry').map(({ state }) => state);

describe('payers', () => {
  const payer = (more: string) => read(`<Payers><Payer>${more}</Payer></Payers>`);

  it('are coverages: who pays, for whom, under which numbers', () => {
    const { statements, people } = payer(
      `${number('Member ID', 'M-7')}${number('Group Number', 'G-3')}${number('Policy', 'P-1')}${text('Type', 'Health insurance')}
<PaymentProvider><ActorID>I</ActorID></PaymentProvider><Subscriber><ActorID>P</ActorID></Subscriber>`,
    );
    expect(statements.coverage?.[0]).toMatchObject({
      status: 'active',
      type: { text: 'Health insurance' },
      memberIds: [{ value: 'M-7' }],
      identifiers: [{ value: 'P-1' }],
      classes: [{ kind: 'group', value: 'G-3' }],
      payors: [{ ref: `organization/${people.organization?.[0]?.id}` }],
      subscriber: { ref: 'patient' },
      relationship: { codings: [{ code: 'self' }] },
    });
  });

  it('that pay no longer are cancelled, and a subscriber who is another is nobody in FHIR', () => {
    const { statements } = payer(
      `${text('Type', 'Dental')}${text('Status', 'Expired')}<Subscriber><ActorID>F</ActorID></Subscriber>`,
    );
    expect(statements.coverage?.[0]?.status).toBe('cancelled');
    expect(statements.coverage?.[0]?.relationship).toBeUndefined();
  });

  it('of which nothing is said stay words', () =>
    expect(statesOf(payer(text('Status', 'Active')))).toEqual(['kept-as-text']));
});

describe('family history', () => {
  const father = `<FamilyMember><ActorID>F</ActorID>${text('ActorRole', 'Father')}<HealthStatus>${text('Description', 'Deceased')}</HealthStatus></FamilyMember>`;
  const history = (...problems: string[]) =>
    read(
      `<FamilyHistory><FamilyProblemHistory>${father}${problems.map((one) => `<Problem>${one}</Problem>`).join('')}</FamilyProblemHistory></FamilyHistory>`,
    );

  it('is what a relative has, and nobody’s problem but theirs', () => {
    const { statements, people } = history(coded('Description', 'Diabetes', '44054006', 'SNOMED CT'));
    expect(statements.familyMember).toMatchObject([
      {
        status: 'partial',
        relationship: { text: 'Father' },
        name: 'Amos Thistlewood',
        deceased: true,
        conditions: [{ code: { codings: [{ code: '44054006' }], text: 'Diabetes' } }],
      },
    ]);
    expect(statements.problem).toBeUndefined();
    expect(people.practitioner ?? []).toEqual([]);
  });

  it.each(['No history of diabetes', 'None', 'Negative', 'Denies diabetes'])(
    'that denies stays words: %s',
    (words) => {
      const found = history(text('Description', words));
      expect(found.statements.familyMember).toBeUndefined();
      expect(statesOf(found)).toEqual(['kept-as-text']);
    },
  );

  it('of which one disease is ruled out is words as a whole', () =>
    expect(
      history(text('Description', 'Asthma'), text('Description', 'Gout') + text('Status', 'Ruled out'))
        .statements.familyMember,
    ).toBeUndefined());
});

describe('social history', () => {
  const element = (more: string) =>
    read(`<SocialHistory><SocialHistoryElement>${more}</SocialHistoryElement></SocialHistory>`);

  it('is an observation of what was asked', () =>
    expect(
      element(text('Type', 'Occupation') + text('Description', 'Beekeeper')).statements.observation?.[0],
    ).toMatchObject({
      status: 'unknown',
      categories: ['social-history'],
      code: { text: 'Occupation' },
      value: { concept: { text: 'Beekeeper' } },
    }));

  it('that is over says so, and is found under no code', () => {
    const smoking = coded('Description', 'Smoker', '77176002', 'SNOMED CT');
    const { statements } = element(text('Type', 'Smoking') + smoking + text('Status', 'Former'));
    expect(statements.observation?.[0]?.value).toEqual({ string: 'Smoker (Former)' });
  });

  it('without a question or an answer stays words', () =>
    expect(statesOf(element(text('Description', 'Beekeeper')))).toEqual(['kept-as-text']));
});

describe('plan of care', () => {
  const plan = (more: string) => read(`<PlanOfCare><Plan>${more}</Plan></PlanOfCare>`);
  const procedure = `<Procedures><Procedure>${coded('Description', 'Colonoscopy', '73761001', 'SNOMED CT')}</Procedure></Procedures>`;

  it('is an order for each thing that is to be done, and nothing that was', () => {
    const { statements } = plan(
      `${text('Status', 'Pending')}<OrderRequest>${procedure}<Encounters><Encounter>${text('Description', 'Follow-up')}</Encounter></Encounters></OrderRequest>`,
    );
    expect(statements.order).toMatchObject([
      { intent: 'plan', status: 'active', code: { codings: [{ code: '73761001' }] } },
      { intent: 'plan', status: 'active', code: { text: 'Follow-up' } },
    ]);
    expect(statements.procedure).toBeUndefined();
    expect(statements.encounter).toBeUndefined();
  });

  it('that was called off is revoked', () =>
    expect(
      plan(`<OrderRequest>${text('Description', 'MRI')}${text('Status', 'Cancelled')}</OrderRequest>`)
        .statements.order?.[0]?.status,
    ).toBe('revoked'));

  it('that names nothing stays words', () =>
    expect(statesOf(plan(text('Description', 'None')))).toEqual(['kept-as-text']));

  it('takes a procedure that is only scheduled too', () => {
    const { statements } = read(
      `<Procedures><Procedure>${text('Description', 'Knee replacement')}${text('Status', 'Scheduled')}</Procedure></Procedures>`,
    );
    expect(statements.order?.[0]).toMatchObject({ code: { text: 'Knee replacement' }, status: 'active' });
    expect(statements.procedure).toBeUndefined();
  });
});
