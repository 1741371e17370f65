const windows1252 = new TextDecoder('windows-1252');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const notXml = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\ufffe\\uffff';
const unpaired = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';
const control = new RegExp(`[${notXml}]|${unpaired}`, 'g');
const suspicious = new RegExp(`[${notXml}\\ud800-\\udfff]`);
const special = /[&<>]/;
const remarkable = new RegExp(`[&<>\\t\\n\\r${notXml}\\ud800-\\udfff]| {2}`);

/** Whether a text run stands in XHTML other than in the source; most do not, and one look tells. */
export function isRemarkable(text: string): boolean {
  return remarkable.test(text);
}

/** Text without control characters: C1 codes are read as the Windows-1252 signs they were meant as, others go. */
export function withoutControls(text: string): string {
  if (!suspicious.test(text)) return text;
  return text.replace(control, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x80 || code > 0x9f) return '';
    const meant = windows1252.decode(Uint8Array.of(code));
    return meant === character ? '' : meant;
  });
}

/** Character data of XHTML. */
export function escapeText(text: string): string {
  const clean = withoutControls(text);
  return special.test(clean) ? clean.replace(/[&<>]/g, (character) => entities[character] ?? '') : clean;
}

/** The value of an XHTML attribute, to stand in double quotes. */
export function escapeAttribute(value: string): string {
  return withoutControls(value).replace(/[&<>"]|[\t\n\r]+/g, (match) => entities[match] ?? ' ');
}

/** A source ID as an XML id behind a prefix: what an id may not hold is written as its code. */
export function xmlId(prefix: string, id: string): string {
  const safe =
    prefix + id.replace(/[^A-Za-z0-9_.-]/g, (character) => `_${character.charCodeAt(0).toString(16)}_`);
  return /^[A-Za-z_]/.test(safe) ? safe : `_${safe}`;
}
