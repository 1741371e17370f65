import type { Coding, Concept } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';

const snomed = 'http://snomed.info/sct';

/** What a qualifier says: "laterality", "left". */
export interface Qualifier {
  readonly name: Coding | undefined;
  readonly value: Concept | undefined;
}

/** The qualifiers of a code and of its translations. */
export const qualifiersOf = (element: XmlElement): XmlElement[] => [
  ...element.elements('qualifier'),
  ...element.elements('translation').flatMap(qualifiersOf),
];

/**
 * A concept with its qualifiers: where all of it is SNOMED CT, as a further code, the expression that means the whole;
 * and always in its words, unless they say it already. A left leg is not any leg.
 */
export function qualified(concept: Concept, qualifiers: readonly Qualifier[]): Concept {
  const whole = expressionOf(concept, qualifiers);
  const codings = whole ? [...concept.codings, whole] : concept.codings;
  const words = concept.text ?? concept.codings[0]?.display;
  const added = qualifiers
    .map(({ value }) => value?.text ?? value?.codings[0]?.display)
    .filter((one) => one !== undefined && !words?.toLowerCase().includes(one.toLowerCase()));
  const text = [words, ...added].filter((one) => one !== undefined).join(', ');
  return { ...concept, codings, ...(added.length > 0 && { text }) };
}

/** SNOMED CT's post-coordinated expression. */
function expressionOf({ codings }: Concept, qualifiers: readonly Qualifier[]): Coding | undefined {
  const [focus] = codings;
  if (focus?.system !== snomed) return undefined;
  const refinements = qualifiers.map(({ name, value }) => {
    const meaning = value?.codings.find(({ system }) => system === snomed);
    return name?.system === snomed && meaning ? `${name.code}=${meaning.code}` : undefined;
  });
  return refinements.includes(undefined)
    ? undefined
    : { system: snomed, code: `${focus.code}:${refinements.join(',')}` };
}
