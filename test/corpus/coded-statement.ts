import type { XmlElement } from '../../src/readers/xml/element.ts';

/** Codes that say what kind of statement it is, and nothing of the patient. */
const kindCodes = new Set([
  ...['CONC', 'ASSERTION', 'SEV'],
  // Problem and its kinds, allergy to whatever it is
  ...['55607006', '404684003', '64572001', '75326-9', '75321-0', '419199007', '416098002'],
  // Health concern, intervention, comment, payment sources, vital signs, instruction, education, note
  ...[
    '75310-3',
    '362956003',
    '48767-8',
    '48768-6',
    '46680005',
    '74728-7',
    '409073007',
    '311401005',
    '34109-9',
  ],
]);

const below = (element: XmlElement): XmlElement[] =>
  element.elements().flatMap((one) => [one, ...below(one)]);

/** The elements that say in codes what a statement is about: its code, its value, its product, who takes part. */
function codesOf(statement: XmlElement): XmlElement[] {
  const parts = ['consumable', 'product', 'participant'].flatMap((name) => statement.elements(name));
  const own = [...statement.elements('code'), ...statement.elements('value')];
  const codes = [...own, ...parts.flatMap(below).filter(({ name }) => name === 'code')];
  return codes.flatMap((code) => [code, ...code.elements('translation')]);
}

const related = (statement: XmlElement): XmlElement[] =>
  statement
    .elements()
    .filter(({ name }) => name === 'entryRelationship' || name === 'component')
    .flatMap((relation) => relation.elements());

/** Whether a statement, or one in it, says in a code what it is about. */
export const isCoded = (statement: XmlElement): boolean =>
  statement.attributes['nullFlavor'] === undefined &&
  (codesOf(statement).some(({ attributes: { code } }) => code !== undefined && !kindCodes.has(code)) ||
    related(statement).some(isCoded));
