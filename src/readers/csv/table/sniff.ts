import { bomLength } from './decode.ts';
import { decodeLines } from './decode-lines.ts';
import { type Dialect, type GivenDialect, plainDialect, type Quote } from './dialect.ts';
import { type Sample, sampleOf } from './sample.ts';
import { sniffEncoding } from './sniff-encoding.ts';
import { newlinesOf } from './sniff-newline.ts';

const delimiters = [',', '\t', ';', '|'];
/** How much of the head is read by each dialect that comes into question. */
const charactersLookedAt = 65_536;

/** How a table is written down, found out from its first bytes as far as it is not given. */
export function sniff(head: Uint8Array, given: GivenDialect = {}): Dialect {
  const encoding = given.encoding ?? sniffEncoding(head);
  const whole = decodeLines(head.subarray(bomLength(head, encoding)), encoding, '\n').text;
  const text = wholeLines(whole.slice(0, charactersLookedAt));
  const known = { ...given, ...separatorLine(text, given), encoding };
  const samples = candidates(whole, known).map((dialect) => sampleOf(text, dialect));
  const best = samples.reduce(better, samples[0] as Sample);
  // Nothing parts the columns: there is one.
  return best.width < 2 && !given.delimiter && !given.widths
    ? { ...best.dialect, delimiter: ',' }
    : best.dialect;
}

/** The head of a file ends somewhere in a line. */
function wholeLines(text: string): string {
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  return end > 0 ? text.slice(0, end) : text;
}

/** Spreadsheets are told the delimiter by a first line of its own. */
function separatorLine(text: string, given: GivenDialect): GivenDialect {
  const [, delimiter] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  return delimiter && !given.delimiter ? { delimiter, skip: given.skip ?? 1 } : {};
}

function candidates(text: string, given: GivenDialect): Dialect[] {
  const { widths } = given;
  return listed(given.newline, newlinesOf(text)).flatMap((newline) =>
    (widths ? [''] : listed(given.delimiter, delimitersIn(text))).flatMap((delimiter) =>
      (widths ? ['none' as const] : listed(given.quote, quotesFor(text, delimiter))).map((quote) => ({
        ...plainDialect,
        ...defined(given),
        newline,
        delimiter,
        quote,
      })),
    ),
  );
}

/** Those that stand in the text at all; where none does the first one parts nothing. */
function delimitersIn(text: string): readonly string[] {
  const found = delimiters.filter((delimiter) => text.includes(delimiter));
  return found.length > 0 ? found : delimiters.slice(0, 1);
}

const listed = <T>(one: T | undefined, otherwise: readonly T[]): readonly T[] =>
  one === undefined ? otherwise : [one];

const defined = (given: GivenDialect): Partial<Dialect> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

/** What quotes may mean in a text, the likeliest first. */
function quotesFor(text: string, delimiter: string): readonly Quote[] {
  const tab = delimiter === '\t';
  if (!text.includes('"')) return tab ? ['none'] : ['double'];
  const others: readonly Quote[] = text.includes('\\"') ? ['double', 'backslash'] : ['double'];
  if (isQuotedThroughout(text, delimiter)) return others;
  // Tab-separated files mostly have no quoting; spreadsheets quote a cell there when it holds what parts cells elsewhere.
  const needless = tab && !/(^|[\t\r\n])"([^"\t]|"")*([,\r\n]|"")/.test(text);
  return needless ? ['none', ...others] : [...others, 'none'];
}

/** Whether cells stand in quotes as a rule: then one quote that is not closed does not make all of them characters. */
function isQuotedThroughout(text: string, delimiter: string): boolean {
  const part = delimiter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const quoted = text.match(new RegExp(`(^|${part}|[\\r\\n])"[^"\\r\\n]*"(?=${part}|[\\r\\n]|$)`, 'g'));
  return (quoted?.length ?? 0) * 5 >= (text.match(/\r\n|[\r\n]/g)?.length ?? 0);
}

/** The first one wins unless the other suits better: more whole rows, fewer lines skipped, no cells left out, more columns. */
function better(one: Sample, other: Sample): Sample {
  if (one.score !== other.score) return one.score > other.score ? one : other;
  if (one.dialect.skip !== other.dialect.skip) return one.dialect.skip < other.dialect.skip ? one : other;
  if (one.dialect.trimmed !== other.dialect.trimmed) return one.dialect.trimmed ? other : one;
  return other.width > one.width ? other : one;
}
