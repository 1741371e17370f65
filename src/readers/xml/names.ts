/** A name of an element or an attribute as written. */
export interface Name {
  readonly text: string;
  /** Whether it declares a namespace, or carries a prefix. */
  readonly isPrefixed: boolean;
}

/** Which ASCII characters may begin a name, and which may stand in one. */
const isStart = Array.from({ length: 128 }, (_, code) => /[A-Za-z_]/.test(String.fromCharCode(code)));
const isNamed = Array.from({ length: 128 }, (_, code) => /[\w.:-]/.test(String.fromCharCode(code)));

/**
 * The names that were met, each at a place that its characters give. Documents have few names and write each many
 * times: they are found again without making a string of each. Names that share a place take turns there.
 */
const known: (Name | undefined)[] = new Array(1024).fill(undefined);

/** The name that begins there, as far as it is ASCII; undefined where none begins. */
export function nameAt(text: string, from: number): Name | undefined {
  let code = text.charCodeAt(from);
  if (!isStart[code]) return undefined;
  let [end, mix] = [from, 0];
  while (isNamed[code]) {
    mix = (mix * 31 + code) & 0xffffff;
    code = text.charCodeAt(++end);
  }
  const place = mix % known.length;
  const name = known[place];
  if (name?.text.length === end - from && text.startsWith(name.text, from)) return name;
  const met = nameOf(text.slice(from, end));
  known[place] = met;
  return met;
}

const nameOf = (written: string): Name => ({
  text: asKey(written),
  isPrefixed: written.includes(':') || written === 'xmlns',
});

const keys = new Map<string, string>();
/** More names than any standard has: an input does not decide how many are kept. */
const most = 4096;

/** The text as V8 holds the keys of objects, each once: comparing a name with a word of ours is then one look. */
export function asKey(text: string): string {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const key = Object.keys({ [text]: 0 })[0] ?? text;
  if (keys.size < most) keys.set(key, key);
  return key;
}
