/** What each of XML's own references stands for. */
const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const reference = /&(?:([a-z]+)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));/g;

/** Text with its references resolved; undefined where one of them is none, or means no character of XML. */
export function resolved(text: string): string | undefined {
  let plain = true;
  const result = text.replace(reference, (_, name?: string, decimal?: string, hex?: string) => {
    const character = name === undefined ? characterOf(decimal, hex) : named.get(name);
    plain &&= character !== undefined;
    return character ?? '';
  });
  // An ampersand that begins no reference is looked for in the source: in the result one may stand.
  return plain && !/&(?!(?:[a-z]+|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)/.test(text) ? result : undefined;
}

function characterOf(decimal: string | undefined, hex: string | undefined): string | undefined {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return isXmlCharacter(code) ? String.fromCodePoint(code) : undefined;
}

/** XML 1.0, production 2. */
export function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  if (code >= 0xd800 && code <= 0xdfff) return false;
  return code <= 0x10ffff && code !== 0xfffe && code !== 0xffff;
}
