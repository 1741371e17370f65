import type { ObjectType } from '../../../mapping/index.ts';
import { type Coding, type Concept, compact } from '../../../record/index.ts';
import { isOid, isUri } from '../../../terminology/index.ts';
import type { Here } from './here.ts';

type Binding = NonNullable<ObjectType['binding']>;

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** A code or a word of a code system that the place has; any other word is the source's own. */
export function conceptOfWord(text: string, binding: Binding | undefined): Concept {
  const code = binding && codeOf(text, binding.codes);
  if (!binding || code === undefined) return { codings: [], text };
  return { codings: [{ system: binding.system, code, display: binding.codes[code] }] };
}

function codeOf(text: string, codes: Binding['codes']): string | undefined {
  if (Object.hasOwn(codes, text)) return text;
  return Object.keys(codes).find((code) => fold(codes[code] ?? '') === fold(text));
}

interface Said {
  readonly system?: string;
  readonly version?: string;
  readonly code?: string;
  readonly display?: string;
  readonly text?: string;
  readonly also?: readonly Coding[];
}

/** A concept: its code, further ones, the source's words; a name without a code is words. */
export function buildConcept(said: Said, binding: Binding | undefined, here: Here): Concept | undefined {
  const own = buildCoding(said, here, binding);
  const codings = [...(own ? [own] : []), ...(said.also ?? [])];
  const text = said.text ?? (own ? undefined : said.display);
  if (codings.length === 0 && text === undefined) return undefined;
  return { codings, ...(text !== undefined && { text }) };
}

/** A coding; without a code it is none. */
export function buildCoding(said: Said, here: Here, binding?: Binding): Coding | undefined {
  const { code, version, display } = said;
  if (code === undefined) return undefined;
  const system =
    said.system === undefined ? binding?.system : systemFor(code, systemOf(said.system, here), here);
  const known = display ?? (binding?.system === system ? binding?.codes[code] : undefined);
  return compact({ system, version, code, display: known }) as Coding;
}

/** Code systems of which each code has one form. */
const forms: Readonly<Record<string, RegExp>> = {
  'http://snomed.info/sct': /^[1-9]\d{5,17}$/,
  'http://loinc.org': /^(\d{1,7}|L[AGLP]\d+)-\d$/,
};

/** A code that cannot be one of its system, whatever the mapping says, is one of the source's own. */
function systemFor(code: string, system: string, here: Here): string {
  if (forms[system]?.test(code) ?? true) return system;
  const { row, field, work, points } = here;
  const point = points.findLast((one) => work.cells.read(one.row, one.column) === code);
  work.issues.push({
    code: 'code-not-of-system',
    place: { file: row.layout.file, line: row.line, path: point?.column ?? field },
    details: { system },
  });
  return `urn:chartlift:local-code:${work.mapping.id}`;
}

/** A code system by its URI, its OID or its name; only what has a formal shape is repeated in an issue. */
function systemOf(text: string, here: Here): string {
  if (isUri(text)) return text;
  const { systems, issues } = here.work;
  const known = systems.uriOfName(text);
  if (known !== undefined) return known;
  const { row, field } = here;
  issues.push({
    code: 'code-system-unknown',
    place: { file: row.layout.file, line: row.line, path: here.points.at(-1)?.column ?? field },
    details: { system: isOid(text) ? text : 'no OID' },
  });
  return systems.uriOf(text);
}
