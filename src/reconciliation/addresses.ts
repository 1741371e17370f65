/** A resource's type and id. */
export type Address = readonly [type: string, id: string];

// Quotes inside of values are escaped: these words in this form are the resource's own.
const atLineStart = /^\{"resourceType":"(\w+)","id":"([^"]+)"/gm;
const inEntry = /"resource":\s*\{\s*"resourceType":\s*"(\w+)",\s*"id":\s*"([^"]+)"/g;
const inXmlEntry = /<resource>\s*<(\w+)[^>]*>\s*<id value="([^"]+)"/g;

/** As much as the beginning of a resource can take. */
const reach = 512;

/** Finds the addresses in the blocks of a file, in one that is cut in two as well; without a block it tells the rest. */
export function addressesIn(file: string): (bytes?: Buffer) => Address[] {
  const form = file.endsWith('.ndjson') ? atLineStart : file.endsWith('.xml') ? inXmlEntry : inEntry;
  let rest = '';
  return (bytes) => {
    // Types and ids are ASCII: the text need not be taken for more.
    const text = rest + (bytes?.toString('latin1') ?? '');
    const end = bytes === undefined ? text.length : Math.max(0, text.length - reach);
    const found: Address[] = [];
    let from = 0;
    for (const match of text.matchAll(form)) {
      if (match.index >= end) break;
      found.push([match[1] ?? '', match[2] ?? '']);
      from = match.index + match[0].length;
    }
    // What begins before the end was found: what is kept begins behind it, at a line's own start alone.
    rest = keptFrom(text, Math.max(from, end), form === atLineStart);
    return found;
  };
}

function keptFrom(text: string, at: number, byLine: boolean): string {
  if (!byLine) return text.slice(at);
  // A cut inside of a line must not look like its beginning.
  return text[at - 1] === '\n' || at === 0 ? text.slice(at) : ` ${text.slice(at)}`;
}
