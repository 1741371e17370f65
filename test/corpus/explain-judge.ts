import type { Answer } from '../../src/explain/index.ts';

/** What an independent look at the source says of an answer, and by what it was judged. */
export interface Verdict {
  readonly right: boolean;
  readonly by: string;
}

/** How far below the line a literal of a tag or text of several lines may stand. */
const reach = 40;

/**
 * Looks at the lines of the source themselves, without the reader: does the literal stand there, inside the element
 * that the path names, and does it say what the value says?
 */
export function judge({ path, value, way, spots }: Answer, bytes: Uint8Array): Verdict {
  const lines = new TextDecoder().decode(bytes).split(/\n/);
  const placed = spots.every(({ line, path, literal }) => stands(lines, { line, path, literal }));
  if (spots.length === 0) return { right: false, by: 'no spot' };
  if (!placed) return { right: false, by: 'place' };
  const literals = spots.flatMap(({ literal }) => literal ?? []);
  const [first] = spots;
  const verdicts: Partial<Record<Answer['way'], () => Verdict>> = {
    literal: () => ({ right: literals.some((one) => same(one, value)), by: 'literal' }),
    converted: () => converted(literals[0] ?? '', value),
    narrative: () => ({ right: narrative(lines, first?.line ?? 1), by: 'narrative' }),
    rule: () => ({ right: !isLiteral(elementAt(lines, first), value), by: 'no literal' }),
    follows: () =>
      isCategoryName(path)
        ? { right: true, by: 'place' }
        : follows(lines, { line: first?.line ?? 1, literals, value }),
  };
  return verdicts[way]?.() ?? { right: true, by: 'place' };
}

/** FHIR's own words for a category: a section beside it may have them for a title. */
const isCategoryName = (path: string): boolean => /^category\[\d+\]\.coding\[\d+\]\.display$/.test(path);

/** The lines of an element, to its end tag. */
function elementAt(lines: readonly string[], spot: { line: number; path: string } | undefined): string[] {
  const name = spot?.path.replace(/^.*\/(.*:)?|\[\d+\]$/g, '') ?? '';
  const found: string[] = [];
  let open = 0;
  for (const line of lines.slice((spot?.line ?? 1) - 1)) {
    found.push(line);
    const begun = line.match(new RegExp(`<([\\w-]+:)?${name}(?=[\\s>]|$)(?![^>]*/>)`, 'g'))?.length ?? 0;
    open += begun - (line.match(new RegExp(`</([\\w-]+:)?${name}\\s*>`, 'g'))?.length ?? 0);
    if (open <= 0) break;
  }
  return found;
}

/** Words and numbers, which no rule makes up; a code of FHIR, a URI or an id may be anything. */
const isOwn = (value: string): boolean =>
  /^\d{4}-\d\d|^\d+\.\d+$|\w \w/.test(value) && !/^(http|urn)|^<div /.test(value);

/** Whether a value stands in these lines as a whole attribute or text, or as a time in HL7's form. */
function isLiteral(lines: readonly string[], value: string): boolean {
  if (!isOwn(value)) return false;
  const forms = [value, value.replace(/[+-]\d\d:\d\d$|Z$/, '').replace(/\D/g, '')];
  const [words = '', digits = ''] = forms;
  const text = lines.map(plain).join('\n');
  if (/^\d{4}-\d\d/.test(value)) return new RegExp(`"${digits}`).test(text);
  return text.includes(`"${words}"`) || text.includes(`>${words}<`);
}

/** What is written because something is there says no words of its own that stand beside it. */
function follows(
  lines: readonly string[],
  { line, literals, value }: { line: number; literals: readonly string[]; value: string },
): Verdict {
  if (literals.some((one) => same(one, value))) return { right: true, by: 'literal' };
  return { right: !isLiteral(lines.slice(Math.max(0, line - 11), line + 10), value), by: 'no literal' };
}

const clean = (text: string): string => text.trim().replace(/\s+/g, ' ');
const same = (one: string, other: string): boolean => clean(one) === clean(other);
const entities: [string, string][] = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&amp;', '&'],
];
const plain = (text: string): string =>
  clean(
    entities
      .reduce((found, [entity, character]) => found.replaceAll(entity, character), text)
      .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex, digits) =>
        String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10)),
      ),
  );

/** Whether the element of the path begins at or above the line, and the literal stands there as that attribute or text. */
function stands(
  lines: readonly string[],
  { line, path, literal }: { line: number; path: string; literal: string | undefined },
): boolean {
  const [, holder = '', last = ''] = /([^/]*)\/(@[^/]+|text\(\))$/.exec(path) ?? [];
  const name = (holder || path).replace(/^.*[/:]|\[\d+\]$/g, '').replace(/\[\d+\]$/, '');
  const tag = new RegExp(`<([\\w-]+:)?${name}([\\s/>]|$)`, 'm');
  if (literal === undefined) return tag.test(lines[line - 1] ?? '');
  const above = lines.slice(Math.max(0, line - 1 - reach), line).join('\n');
  return tag.test(above) && standsAs(lines, { line, last, words: clean(literal) });
}

function standsAs(
  lines: readonly string[],
  { line, last, words }: { line: number; last: string; words: string },
): boolean {
  if (!plain(lines[line - 1] ?? '').includes(words.split(' ')[0] ?? '')) return false;
  const below = plain(lines.slice(line - 1, line + reach).join('\n'));
  if (last === 'text()') return below.includes(words);
  const attribute = last.slice(1).replace(/^.*:/, '');
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`${attribute}\\s*=\\s*["']\\s*${escaped}\\s*["']`).test(below);
}

const narrative = (lines: readonly string[], line: number): boolean =>
  /<([\w-]+:)?text[\s/>]/.test(lines[line - 1] ?? '');

/** Code systems as the HL7 registry names them, written down here once more. */
const systems: Readonly<Record<string, string>> = {
  '2.16.840.1.113883.6.96': 'http://snomed.info/sct',
  '2.16.840.1.113883.6.1': 'http://loinc.org',
  '2.16.840.1.113883.6.88': 'http://www.nlm.nih.gov/research/umls/rxnorm',
  '2.16.840.1.113883.6.90': 'http://hl7.org/fhir/sid/icd-10-cm',
  '2.16.840.1.113883.6.103': 'http://hl7.org/fhir/sid/icd-9-cm',
  '2.16.840.1.113883.12.292': 'http://hl7.org/fhir/sid/cvx',
  '2.16.840.1.113883.6.59': 'http://hl7.org/fhir/sid/cvx',
  '2.16.840.1.113883.6.12': 'http://www.ama-assn.org/go/cpt',
  '2.16.840.1.113883.6.69': 'http://hl7.org/fhir/sid/ndc',
  '2.16.840.1.113883.4.6': 'http://hl7.org/fhir/sid/us-npi',
  '2.16.840.1.113883.4.1': 'http://hl7.org/fhir/sid/us-ssn',
  '2.16.840.1.113883.5.4': 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  '2.16.840.1.113883.5.6': 'http://terminology.hl7.org/CodeSystem/v3-ActClass',
  '2.16.840.1.113883.5.83': 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
  '2.16.840.1.113883.3.26.1.1': 'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl',
  '2.16.840.1.113883.6.101': 'http://nucc.org/provider-taxonomy',
  '2.16.840.1.113883.5.25': 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
};

/** Whether a literal says what a value says, by forms written down here once more. */
function converted(literal: string, value: string): Verdict {
  const digits = (text: string) => text.replace(/[+-]\d\d:?\d\d$|Z$/, '').replace(/\D/g, '');
  if (/^\d{4}/.test(literal) && /^\d{4}(-|$)/.test(value)) {
    const [one, other] = [digits(literal), digits(value)];
    return { right: one.startsWith(other) || other.startsWith(one), by: 'time' };
  }
  if (systems[literal] !== undefined)
    return { right: [systems[literal], `urn:oid:${literal}`].includes(value), by: 'code system' };
  const [one, other] = [clean(literal).toLowerCase(), clean(value).toLowerCase()];
  if (/^[0-2](\.\d+)+$/.test(literal))
    return { right: other.includes(one) || other.startsWith('http'), by: 'oid' };
  if (one.includes(other) || other.includes(one)) return { right: true, by: 'part' };
  // A code is translated by a table: that it stands there is what can be seen without it.
  return { right: /^[\w.^-]+$/.test(literal), by: 'translation' };
}
