import { describe, expect, it } from 'vitest';
import { asthma, clinicalDocument, comment, problem, section } from '../clinical-document.ts';
import { convert, type Json } from '../conversion.ts';
import { codesOf, conditionOf } from './hazard.ts';

const snomed = '2.16.840.1.113883.6.96';
const template = (tail: string) => `<templateId root="2.16.840.1.113883.10.20.22.4.${tail}"/>`;
const id = (extension: string) => `<id root="2.16.840.1.113883.19.77.8" extension="${extension}"/>`;
const coded = (code: string, display = '') =>
  `<value xsi:type="CD" code="${code}" codeSystem="${snomed}" displayName="${display}"/>`;
const loinc = (code: string, display: string) =>
  `<code code="${code}" codeSystem="2.16.840.1.113883.6.1" displayName="${display}"/>`;
const inside = (type: string, statement: string) =>
  `<entryRelationship typeCode="${type}">${statement}</entryRelationship>`;
const refersTo = (extension: string, type = 'REFR') =>
  inside(
    type,
    `<act classCode="ACT" moodCode="EVN">${template('122')}${id(extension)}<code nullFlavor="NP"/><statusCode code="completed"/></act>`,
  );

const act = (tail: string, content: string, attributes = 'moodCode="EVN"'): string =>
  `<act classCode="ACT" ${attributes}>${template(tail)}${content}</act>`;
const goal = (content: string, attributes = ''): string =>
  `<observation classCode="OBS" moodCode="GOL" ${attributes}>${template('121')}${id('goal')}${content}</observation>`;
const finding = (tail: string, content: string): string =>
  `<observation classCode="OBS" moodCode="EVN">${template(tail)}${content}</observation>`;
const concernCode = loinc('75310-3', 'Health Concern');
const preference = finding(
  '143',
  `${id('pref')}<code code="225773000" codeSystem="${snomed}"/>${coded('394849002', 'High')}`,
);

const converted = (sections: Parameters<typeof section>[]) =>
  convert(clinicalDocument({ sections: sections.map((one) => section(...one)) }));
const onlyGoal = (content: string): Json => converted([['goals', [goal(content)]]]).only('Goal');

describe('goals', () => {
  it('an aim is no finding: a number is the target', () => {
    const { of, only } = converted([
      [
        'goals',
        [
          goal(
            `${loinc('59408-5', 'Oxygen saturation')}<effectiveTime><low value="20130902"/><high value="20131001"/></effectiveTime>
<value xsi:type="IVL_PQ"><low value="92" unit="%"/></value>`,
          ),
        ],
      ],
    ]);
    expect(of('Observation')).toEqual([]);
    const { startDate, target, lifecycleStatus } = only('Goal');
    expect([startDate, lifecycleStatus]).toEqual(['2013-09-02', 'active']);
    expect(target).toMatchObject([
      {
        detailQuantity: { value: 92, comparator: '>=' },
        dueDate: '2013-10-01',
        measure: { text: 'Oxygen saturation' },
      },
    ]);
  });

  it('words are the goal, whatever the code', () => {
    const { description, target } = onlyGoal(
      '<code nullFlavor="UNK"/><value xsi:type="ST">move house</value>',
    );
    expect(description).toEqual({ text: 'move house' });
    expect(target).toBeUndefined();
  });

  it('a state that is aimed at is the goal, and the target of its measure', () => {
    const { description, target } = onlyGoal(
      `${loinc('8689-2', 'Social')}${coded('161036002', 'Housing adequate')}`,
    );
    expect(codesOf(description)).toEqual(['161036002']);
    expect(codesOf(target[0].detailCodeableConcept)).toEqual(['161036002']);
    expect(codesOf(target[0].measure)).toEqual(['8689-2']);
  });

  it('"no goals" is an empty list, not a goal', () => {
    const { of, only } = converted([['goals', [goal(loinc('58144-7', ''), 'negationInd="true"')]]]);
    expect(of('Goal')).toEqual([]);
    expect(codesOf(only('Composition').section[0].emptyReason)).toEqual(['nilknown']);
  });

  it('a negated goal that names a target is kept as text', () =>
    expect(converted([['goals', [goal(coded('161036002'), 'negationInd="true"')]]]).of('Goal')).toEqual([]));

  it('says how far it was reached, by what, and what prefers it', () => {
    const outcome = finding(
      '144',
      `${id('outcome')}${loinc('44616-1', 'Pulse oximetry')}<value xsi:type="PQ" value="95" unit="%"/>${refersTo('goal', 'GEVL')}
${inside('SPRT', finding('110', `<code code="ASSERTION" codeSystem="2.16.840.1.113883.5.4"/>${coded('390802008', 'Goal achieved')}`))}`,
    );
    const words = '<value xsi:type="ST">breathe freely</value>';
    const { of, only } = converted([
      ['goals', [goal(`${words}${inside('RSON', preference)}${refersTo('S-1')}`)]],
      ['problems', [problem({ id: id('S-1') })]],
      ['outcomes', [outcome]],
    ]);
    const found = only('Goal');
    expect(codesOf(found.achievementStatus)).toEqual(['390802008', 'achieved']);
    expect(codesOf(found.priority)).toEqual(['394849002', 'high-priority']);
    expect(found.addresses).toEqual([{ reference: `Condition/${only('Condition').id}` }]);
    const [measured] = of('Observation').filter(({ valueQuantity }) => valueQuantity);
    expect(found.outcomeReference).toEqual([{ reference: `Observation/${measured.id}` }]);
    expect(measured.focus).toEqual([{ reference: `Goal/${found.id}` }]);
    const [high] = of('Observation').filter(({ code }) => codesOf(code).includes('225773000'));
    expect(high.focus).toEqual([{ reference: `Goal/${found.id}` }]);
  });
});

describe('health concerns', () => {
  const concern = (content: string, attributes?: string) =>
    act('132', `${id('concern')}${concernCode}${content}<statusCode code="active"/>`, attributes);

  it('named by words alone is a health concern', () => {
    const only = converted([['healthConcerns', [concern('<text>cannot pay the rent</text>')]]]).only(
      'Condition',
    );
    expect(only.code).toEqual({ text: 'cannot pay the rent' });
    expect(only.category.flatMap(codesOf)).toEqual(['health-concern']);
    expect(codesOf(only.clinicalStatus)).toEqual(['active']);
  });

  it('that only names a problem is that problem, and no second one', () => {
    const { of } = converted([
      ['problems', [problem({ id: id('S-1') })]],
      ['healthConcerns', [concern(`<text>Asthma</text>${refersTo('S-1')}`)]],
    ]);
    const [only, ...others] = of('Condition');
    expect(others).toEqual([]);
    expect(only.category.flatMap(codesOf)).toEqual(
      expect.arrayContaining(['problem-list-item', 'health-concern']),
    );
  });

  it('that names itself does not end in a circle', () => {
    const { codes, of } = converted([['healthConcerns', [concern(refersTo('concern'))]]]);
    expect(codes).not.toContain('entry-unreadable');
    expect(of('Condition')).toEqual([]);
  });

  it('"no known health concerns" is an empty list', () => {
    const { of, only } = converted([
      ['healthConcerns', [concern('<text>none</text>', 'moodCode="EVN" negationInd="true"')]],
    ]);
    expect(of('Condition')).toEqual([]);
    expect(codesOf(only('Composition').section[0].emptyReason)).toEqual(['nilknown']);
  });

  it('what somebody is at risk for is no condition', () => {
    const atRisk = act(
      '136',
      `${id('risk')}${loinc('75325-1', 'At risk')}<statusCode code="active"/>${inside('REFR', finding('4', `${id('p')}<code code="80943009" codeSystem="${snomed}"/><statusCode code="completed"/>${asthma}`))}`,
    );
    const { of, only } = converted([['healthConcerns', [atRisk]]]);
    expect(of('Condition')).toEqual([]);
    expect(codesOf(only('RiskAssessment').prediction[0].outcome)).toEqual(['195967001']);
  });

  it('a comment on the concern is a note on its problem', () =>
    expect(conditionOf({ concern: comment('ask again in spring') }).note).toEqual([
      { text: 'ask again in spring' },
    ]));

  it('a prognosis is about its problem, not a problem', () => {
    const prognosis = finding(
      '113',
      `${loinc('75328-5', 'Prognosis')}<statusCode code="completed"/>${coded('67334001')}`,
    );
    const { only } = converted([['problems', [problem({ more: inside('REFR', prognosis) })]]]);
    expect(only('Observation').focus).toEqual([{ reference: `Condition/${only('Condition').id}` }]);
  });
});

describe('status', () => {
  const ability = (more: string, attributes = '') =>
    `<observation classCode="OBS" moodCode="EVN" ${attributes}>${template('67')}${loinc('54522-8', 'Functional status')}<statusCode code="completed"/>${more}</observation>`;
  const cane = coded('105504002', 'Dependence on cane');

  it('a functional status is an observation of that category', () => {
    const { category } = converted([['functionalStatus', [ability(cane)]]]).only('Observation');
    expect(category.flatMap(codesOf)).toEqual(['survey', 'functional-status']);
  });

  it('a negated one is never found by its code', () =>
    expect(
      converted([['functionalStatus', [ability(cane, 'negationInd="true"')]]]).only('Observation'),
    ).toMatchObject({ valueString: 'Negated: Dependence on cane' }));

  it('an organizer has its members, and a code though it gives none', () => {
    const organizer = `<organizer classCode="CLUSTER" moodCode="EVN">${template('66')}<code nullFlavor="NP"/><statusCode code="completed"/>
<component>${ability(cane)}</component></organizer>`;
    const [group, ...rest] = converted([['functionalStatus', [organizer]]])
      .of('Observation')
      .toSorted((a, b) => Number('hasMember' in b) - Number('hasMember' in a));
    expect(group.hasMember).toEqual(rest.map((one) => ({ reference: `Observation/${one.id}` })));
    expect(codesOf(group.code)).toEqual(['54522-8']);
  });

  it.each(['68', '73', '70', '114'])('a problem of status (%s) is a condition', (tail) => {
    const { only } = converted([
      [
        'functionalStatus',
        [
          finding(
            tail,
            `${id('f')}<code code="409586006" codeSystem="${snomed}"/><statusCode code="completed"/>${asthma}`,
          ),
        ],
      ],
    ]);
    expect(only('Condition').category.flatMap(codesOf)).toContain('health-concern');
  });

  it('a nutritional status without a value holds its assessment', () => {
    const assessed = finding(
      '138',
      `${loinc('75303-8', 'Assessment')}<statusCode code="completed"/><value xsi:type="ST">low salt</value>`,
    );
    const all = converted([
      [
        'nutrition',
        [
          finding(
            '124',
            `${loinc('75305-3', 'Nutrition status')}<statusCode code="completed"/><value xsi:type="CD" nullFlavor="NI"/>${inside('SUBJ', assessed)}`,
          ),
        ],
      ],
    ]).of('Observation');
    expect(all.filter(({ hasMember }) => hasMember)).toHaveLength(1);
    expect(all).toHaveLength(2);
  });

  it('a weight among the outcomes is a vital sign, as FHIR wants by its code', () => {
    const weight = finding(
      '144',
      `${loinc('29463-7', 'Weight')}<statusCode code="completed"/><effectiveTime value="20150622"/><value xsi:type="PQ" value="90" unit="kg"/>`,
    );
    expect(
      converted([['outcomes', [weight]]])
        .only('Observation')
        .category.flatMap(codesOf),
    ).toEqual(['vital-signs']);
  });
});

describe('interventions and the past', () => {
  it('what is intended is no deed, and what names a goal is its own', () => {
    const planned = `<procedure classCode="PROC" moodCode="INT">${template('14')}${id('o2')}<code code="371907003" codeSystem="${snomed}" displayName="Oxygen"/><statusCode code="active"/></procedure>`;
    const { of, only } = converted([
      [
        'interventions',
        [
          act(
            '146',
            `${id('i')}<code code="362956003" codeSystem="${snomed}"/>${inside('REFR', planned)}`,
            'moodCode="INT"',
          ),
        ],
      ],
    ]);
    expect(of('Procedure')).toEqual([]);
    expect(codesOf(only('ServiceRequest').code)).toEqual(['371907003']);
  });

  it('a bare observation of the past is a problem', () =>
    expect(
      codesOf(
        converted([
          [
            'pastHistory',
            [
              `<observation classCode="OBS" moodCode="EVN">${id('b')}<code code="55607006" codeSystem="${snomed}"/>${asthma}</observation>`,
            ],
          ],
        ]).only('Condition').code,
      ),
    ).toEqual(['195967001']));
});
