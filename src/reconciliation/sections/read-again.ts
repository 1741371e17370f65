import type { Facts } from '../facts.ts';
import { count, type Part, text } from '../model.ts';
import { type Form, forms } from '../read-outputs.ts';

const words: Readonly<Record<Form, string>> = { bundles: 'bundles', ndjson: 'NDJSON' };

/** The forms in which each resource stands once; a document or a summary holds what belongs to it, people again and again. */
function formsOf({ outputs, manifest: { options } }: Facts): Form[] {
  const hasEach = options['profile'] !== 'ips' && options['bundle'] !== 'document';
  return forms.filter((form) => outputs.found[form] !== undefined && (form === 'ndjson' || hasEach));
}

const typesOf = (facts: Facts): string[] => {
  const found = formsOf(facts).flatMap((form) => Object.keys(facts.outputs.found[form] ?? {}));
  return [...new Set([...Object.keys(facts.tally.resources.keys), ...found])].sort();
};

/** What the files hold of a type in one form, beside what was written of it. */
function heldOf(facts: Facts, form: Form, type: string) {
  const { count: own = 0, sum = 0, repeated = 0 } = facts.outputs.found[form]?.[type] ?? {};
  const written = facts.tally.resources.keys[type] ?? 0;
  return {
    own,
    missing: Math.max(0, written - (own - repeated)),
    unexpected: Math.max(0, own - repeated - written),
    repeated,
    // As many, but not the same ones.
    others: own === written && repeated === 0 && sum !== (facts.tally.keys.keys[type] ?? 0),
  };
}

/** The types and forms in which the files do not hold what was written. */
export const differencesIn = (facts: Facts): string[] =>
  formsOf(facts).flatMap((form) =>
    typesOf(facts).flatMap((type) => {
      const { missing, unexpected, repeated, others } = heldOf(facts, form, type);
      return missing + unexpected + repeated > 0 || others ? [`${type} (${words[form]})`] : [];
    }),
  );

export function readAgainLead(facts: Facts): string {
  const [first, ...more] = formsOf(facts);
  const wrong = differencesIn(facts);
  if (first === undefined) return '';
  const where = [first, ...more].map((form) => words[form]).join(' and ');
  if (wrong.length > 0) return `The ${where} do not hold what was written: ${wrong.join(', ')}.`;
  return `Read again, the ${where} ${first === 'ndjson' ? 'holds' : 'hold'} each of them once, by its id.`;
}

/** Expected against found, by type: what was written, and what the files hold when they are read again. */
export function readAgain(facts: Facts): Part {
  const own = formsOf(facts);
  const rows = typesOf(facts).map((type) => {
    const written = facts.tally.resources.keys[type] ?? 0;
    const found = own.map((form) => heldOf(facts, form, type));
    const sum = (name: 'missing' | 'unexpected' | 'repeated') =>
      found.reduce((total, one) => total + one[name], 0);
    return [
      type,
      written,
      ...found.map((one) => one.own),
      ...(own.length === 0 ? [] : [sum('missing'), sum('unexpected'), sum('repeated'), ids(found)]),
    ];
  });
  return {
    part: 'table',
    title: 'Resources that were written, and that the files hold',
    note:
      own.length === 0
        ? undefined
        : 'The files were read again after the run. A sum over all ids tells whether they are the same ones.',
    columns: [
      text('Type'),
      count('Written'),
      ...own.map((form) => count(`In ${words[form]}`)),
      ...(own.length === 0 ? [] : [count('Missing'), count('Unexpected'), count('Twice'), text('Ids')]),
    ],
    rows: rows.sort((a, b) => Number(b[1]) - Number(a[1])),
    shown: 15,
  };
}

const ids = (found: readonly { readonly others: boolean; readonly missing: number }[]): string =>
  found.every(({ others, missing }) => !others && missing === 0) ? 'the same' : 'others';
