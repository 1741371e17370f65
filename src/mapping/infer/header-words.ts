import type { Vocabulary } from './vocabulary.ts';

/** The words of a name; `?` stands for each that is not known, and `.` for letters and numbers that say little. */
export function wordsOf(name: string, vocabulary: Vocabulary): readonly string[] {
  const words = partsOf(name).flatMap((part) => {
    const known = vocabulary.get(part.toLowerCase());
    return known ?? tokensOf(part).flatMap((token) => meaning(token, vocabulary));
  });
  const isName = words.includes('name');
  // The name of what an id stands for is a name, and no id; a date and time is one date.
  return words.filter(
    (word, at) => (word !== 'id' || !isName) && (word !== 'date' || words.indexOf(word) === at),
  );
}

const partsOf = (name: string): string[] => name.split(/[^A-Za-z\d]+/).filter((part) => part !== '');

/** `BirthDate` and `ADDRESS2` have two tokens. */
const tokensOf = (part: string): string[] =>
  part
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Za-z])(\d)/g, '$1 $2')
    .toLowerCase()
    .split(' ');

function meaning(token: string, vocabulary: Vocabulary): readonly string[] {
  const known = vocabulary.get(token);
  if (known) return known;
  if (token.length === 1 || /^\d+$/.test(token) || token === 'yn') return ['.'];
  return segmented(token, vocabulary) ?? abbreviated(token, vocabulary) ?? ['?'];
}

/** A long word that was shortened by its vowels (ADMSN, DISCHRG): the only one that it can be. */
function abbreviated(token: string, vocabulary: Vocabulary): readonly string[] | undefined {
  if (token.length < 5 || vowels(token) > token.length / 3) return undefined;
  const meanings = [...vocabulary].filter(([word]) => word.length > token.length && isShort(token, word));
  const different = new Map(meanings.map(([, meaning]) => [meaning.join(' '), meaning]));
  return different.size === 1 ? [...different.values()][0] : undefined;
}

const vowels = (token: string): number => token.match(/[aeiouy]/g)?.length ?? 0;

/** Whether a word begins with the same letter, has the same consonants, and all letters of the other in their order. */
function isShort(token: string, word: string): boolean {
  return token[0] === word[0] && skeleton(token) === skeleton(word) && standsIn(token, word);
}

const skeleton = (word: string): string => word.replace(/[aeiouy]/g, '').replace(/(.)\1+/g, '$1');

function standsIn(token: string, word: string): boolean {
  let at = 0;
  for (const letter of word) if (letter === token[at]) at += 1;
  return at === token.length;
}

/** A name written in one (BIRTHDATE, PATIENTID) as the fewest names that are known. */
function segmented(token: string, vocabulary: Vocabulary): readonly string[] | undefined {
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= token.length; end++) {
    const found = [...Array(end).keys()].flatMap((from) => {
      const before = best[from];
      const piece = token.slice(from, end);
      return before && isPiece(piece, vocabulary) ? [[...before, piece]] : [];
    });
    best[end] = found.toSorted((a, b) => a.length - b.length)[0];
  }
  return best[token.length]?.flatMap((piece) => vocabulary.get(piece) ?? []);
}

/** Short names are too many things when they stand in longer ones. */
const isPiece = (piece: string, vocabulary: Vocabulary): boolean =>
  vocabulary.has(piece) && (piece.length > 2 || piece === 'id' || piece === 'no');
