import { describe, expect, it } from 'vitest';
import { element } from '../../../test/reading.ts';
import { parts } from './parts.ts';
import { compilePath, hasTemplate, isPart } from './path.ts';

const tree = element(`<observation>
  <participant typeCode="CSM"><role><code code="1"/><code code="2"/></role></participant>
  <participant typeCode="LOC"><role><code code="3"/></role></participant>
  <entryRelationship><observation><code code="33999-4"/><value code="4"/></observation></entryRelationship>
  <entryRelationship><observation><templateId root=" 2.16.840.1.113883.10.20.22.4.6 " extension="2019-06-20"/><value code="5"/></observation></entryRelationship>
  <sdtc:x code="6"/>
</observation>`);

const codes = (path: string) => compilePath(path)(tree).map(({ attributes }) => attributes['code']);

describe('compilePath', () => {
  it.each([
    ['participant/role/code', ['1', '2', '3']],
    ['participant[@typeCode=CSM]/role/code', ['1', '2']],
    ['entryRelationship/[status]/value', ['4', '5']],
    ['entryRelationship/observation[status]/value', ['4', '5']],
    ['entryRelationship/act[status]/value', []],
    ['sdtc:x', ['6']],
    ['participant/nothing/code', []],
  ])('%s leads to %j', (path, expected) => expect(codes(path)).toEqual(expected));

  it('leads by a point to the element itself', () => expect(compilePath('.')(tree)).toEqual([tree]));
  it('refuses a part that nobody names', () => expect(() => compilePath('a/[nobody]')).toThrow(TypeError));
});

it('a part is told by any of its templates, else by its code', () => {
  const [byCode, byTemplate] = compilePath('entryRelationship/observation')(tree);
  expect(byCode && isPart(byCode, parts.status)).toBe(true);
  expect(byTemplate && isPart(byTemplate, parts.status)).toBe(true);
  expect(byCode && isPart(byCode, parts.severity)).toBe(false);
  expect(hasTemplate(tree, parts.status.templates)).toBe(false);
});

it('no template id names two parts', () => {
  const all = Object.values(parts).flatMap(({ templates }) => [...templates]);
  expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
});
