import type { Concept, Narrative } from '../../../record/index.ts';
import { narrativeText } from '../narrative/blocks.ts';
import type { Words } from '../words/words.ts';
import { codesWords, conceptWords } from './concept.ts';

/** What a statement holds of what it is about. */
interface Named {
  readonly code?: Concept | undefined;
  /** What kind it is: some programs put the name of the substance there. */
  readonly kind?: Concept | undefined;
  readonly text?: Narrative | undefined;
}

/**
 * What a statement is about, for people: where its code has no words, the source's own words beside it, with the code,
 * as they are no name of that code.
 */
export function mainWords({ code, kind, text }: Named, words: Words): string | undefined {
  const codes = code && !isNamed(code) ? codesWords(code) : undefined;
  const own = codes === undefined ? undefined : (kind?.text ?? shortText(text));
  return own === undefined ? conceptWords(code, words) : `“${own}” [${codes}]`;
}

const isNamed = ({ codings, text }: Concept): boolean =>
  text !== undefined || codings.some(({ display }) => display !== undefined);

/** The words of one line; a row of a table says more than a name. */
function shortText(text: Narrative | undefined): string | undefined {
  if (!text || /<(td|li|br)\b/.test(text.xhtml)) return undefined;
  const said = narrativeText(text.xhtml).replace(/\s+/g, ' ').trim();
  return said.length > 0 && said.length <= longest ? said : undefined;
}

const longest = 80;
