import { lineAt, type XmlNote } from './notes.ts';
import { isXmlCharacter } from './references.ts';
import { windows1252 } from './windows-1252.ts';

/** Text in which each character is one that XML allows, with notes of what was put right. */
export function repairCharacters(text: string): { text: string; notes: XmlNote[] } {
  const controls = new Tally();
  const leftovers = new Tally();
  let repaired = text;
  if (text.includes('&#')) repaired = repairReferences(text, controls, leftovers);
  if (hasForbidden(repaired)) {
    repaired = repaired.replace(new RegExp(disallowed, 'g'), (_, index: number) =>
      controls.count('\ufffd', index),
    );
  }
  const notes: XmlNote[] = [];
  if (controls.found > 0) notes.push({ code: 'control-characters', ...controls.place(text) });
  if (leftovers.found > 0) notes.push({ code: 'windows-1252-references', ...leftovers.place(text) });
  return { text: repaired, notes };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const disallowed = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** Whether a character stands in the text that XML forbids. */
export const hasForbidden = (text: string): boolean => disallowed.test(text);

/** A numeric reference; CDATA sections and comments are matched first, since in them it is text. */
const reference =
  /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|&#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,10}));/g;

function repairReferences(text: string, controls: Tally, leftovers: Tally): string {
  return text.replace(reference, (whole: string, hex: string | undefined, decimal: string, index: number) => {
    if (whole.startsWith('<')) return whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (!isXmlCharacter(code)) return controls.count('\ufffd', index);
    const meant = windows1252(code);
    return meant === undefined ? whole : leftovers.count(meant, index);
  });
}

/** Counts replacements and remembers where the first stood. */
class Tally {
  found = 0;
  #first = 0;

  count(replacement: string, index: number): string {
    if (this.found++ === 0) this.#first = index;
    return replacement;
  }

  place(text: string): { line: number; count: number } {
    return { line: lineAt(text, this.#first), count: this.found };
  }
}
