import type { Expression, FieldType, LookupRow, ObjectType } from '../../../mapping/index.ts';
import { type Coding, type Concept, compact } from '../../../record/index.ts';
import { conceptOfWord } from './concept.ts';
import { type Here, Unusable } from './here.ts';
import { fill, type Said } from './template.ts';
import { keep, readAs } from './values.ts';

type LookupExpression = Extract<Expression, { do: 'lookup' }>;

/** What a code of the source means; one that the lookup lacks is counted, and done with as the mapping says. */
export function evaluateLookup(expression: LookupExpression, here: Here): unknown {
  const { type, from, lookup, otherwise, display } = expression;
  const said = fill(from, here);
  if (!said) return undefined;
  const row = lookup.rows.get(said.text);
  if (row) return meaning(row, type, said, here);
  // Who says omit knows that some codes have no place here.
  if ('do' in otherwise && otherwise.do === 'omit') return undefined;
  const words = display && fill(display, here)?.text;
  here.work.unmapped.push({
    lookup: lookup.name,
    code: said.text,
    ...(words !== undefined && { display: words }),
  });
  // Words that stand beside: the code is only listed.
  if ('do' in otherwise && otherwise.do === 'list') return undefined;
  if ('row' in otherwise) return meaning(otherwise.row, type, said, here);
  if (otherwise.do === 'quarantine')
    throw new Unusable('code-unmapped', `the lookup ${lookup.name} lacks its code`);
  return kept(expression, { ...said, words }, here);
}

/** A row of a lookup as the type of the place wants it. */
function meaning({ word, codings }: LookupRow, type: FieldType, said: Said, here: Here): unknown {
  const [first] = codings;
  if (type.is === 'object' && type.name === 'concept') return conceptOf({ word, codings }, type);
  if (type.is === 'object' && type.name === 'coding')
    return first ?? (word === undefined ? undefined : { code: word });
  const text = word ?? first?.code;
  return text === undefined ? undefined : readAs(type, { ...said, text, rule: undefined }, here);
}

function conceptOf({ word, codings }: LookupRow, { binding }: ObjectType): Concept {
  if (codings.length === 0) return conceptOfWord(word ?? '', binding);
  const complete = codings.map(
    (one): Coding => (one.system === undefined && binding ? { system: binding.system, ...one } : one),
  );
  return { codings: complete, ...(word !== undefined && { text: word }) };
}

/** What the source calls a code. */
interface Words {
  readonly words: string | undefined;
}

/** A code that has no spaces and no lower case words can stand under a system of the site's own. */
const isCode = (text: string): boolean => /^\S+$/.test(text);

/** The source's code under a system of its own, and its words; where a word of ours must stand they are kept beside. */
function kept({ type, lookup }: LookupExpression, { text, words }: Said & Words, here: Here): unknown {
  if (type.is === 'text') return text;
  if (type.is !== 'object') return keep('word-unknown', text, here);
  const coding = compact({ system: lookup.system, code: text, display: words }) as Coding;
  const name = words ?? text;
  if (type.name === 'coding') return isCode(text) ? coding : { display: name };
  return { codings: isCode(text) ? [coding] : [], text: name };
}
