import { describe, expect, it } from 'vitest';
import { clinicalDocument, problem, section } from '../../../test/clinical-document.ts';
import { contributionOf, fhirOptions, make } from '../../../test/conversion.ts';
import { assemble } from '../../assemble/index.ts';
import { patientResources } from '../../writers/fhir/index.ts';
import type { TalliedGroup } from './group.ts';
import { patientLine } from './patient-line.ts';
import { addTallies, emptyTally, openTally, type Tallied } from './tally.ts';
import { tallyGroup } from './tally-group.ts';

function groupOf(...documents: string[]): TalliedGroup {
  const read = documents.map((xml, index) => ({
    contribution: contributionOf(xml, { name: `${index + 1}.xml` }),
    file: { name: `${index + 1}.xml`, size: xml.length },
  }));
  const assembled = assemble(
    read.map(({ contribution }) => contribution),
    { make },
  );
  const rendered = { ...patientResources(assembled.record, fhirOptions), files: [] };
  return { ...assembled, rendered, documents: read, rows: [] };
}

const asthma = clinicalDocument({ sections: [section('problems', [problem()])] });
const tallyOf = (...groups: TalliedGroup[]) => {
  const book = openTally();
  for (const group of groups) tallyGroup(group, book);
  return book.tally();
};
const counted = (group: TalliedGroup, what: Tallied) => tallyOf(group)[what].keys;

describe('tallyGroup', () => {
  it('counts what was read, kept and written', () => {
    const group = groupOf(asthma);
    expect(counted(group, 'statements')).toMatchObject({ 'problem\tread': 1, 'problem\tkept': 1 });
    expect(counted(group, 'written')).toMatchObject({ 'problem\tCondition': 1 });
    expect(counted(group, 'resources')).toMatchObject({ Patient: 1, Condition: 1 });
    expect(counted(group, 'coded')).toEqual({ 'problem\tstandard': 1 });
  });

  it('counts a problem that two documents tell of twice as read and once as kept', () => {
    const group = groupOf(asthma, asthma.replace('D-1', 'D-2'));
    expect(counted(group, 'statements')).toMatchObject({ 'problem\tread': 2, 'problem\tkept': 1 });
  });

  it('holds no word of the patient', () => {
    const text = JSON.stringify(tallyOf(groupOf(asthma)));
    for (const word of ['Thistlewood', 'Orla', 'ZZMRN', '1951', 'Loomweaver', 'Fennel']) {
      expect(text).not.toContain(word);
    }
  });

  it('sums to the same in any order', () => {
    const groups = [groupOf(asthma), groupOf(clinicalDocument())] as const;
    const [a, b] = [tallyOf(groups[0]), tallyOf(groups[1])];
    expect(addTallies(a, b)).toEqual(addTallies(b, a));
    expect(addTallies(a, b)).toEqual(tallyOf(...groups));
    expect(addTallies(a, emptyTally)).toEqual(a);
    expect(addTallies(a, a).resources.keys['Condition']).toBe(2);
  });
});

describe('patientLine', () => {
  it('names the chart for its protected part', () => {
    expect(patientLine(groupOf(asthma))).toMatchObject({
      family: 'Thistlewood',
      birth: '1951-06-07',
      identifiers: [['urn:oid:2.16.840.1.113883.19.77.1', 'ZZMRN-77']],
      documents: 1,
      sources: ['1.xml'],
    });
  });
});
