import type { Section } from '../../../record/index.ts';
import { filled } from '../compact.ts';
import type { Context } from '../context.ts';
import { codeOf, concept } from '../datatypes/concept.ts';
import { emptyNarrative, narrative } from '../datatypes/narrative.ts';
import { everyField } from '../every-field.ts';
import type { CompositionSection } from '../fhir-types.ts';

const emptyReasons = 'http://terminology.hl7.org/CodeSystem/list-empty-reason';

/** A section with those inside it. */
export function sectionOf(section: Section, context: Context): CompositionSection {
  const { id, title, code, text, authors = [], entries = [], emptyReason, sections, ...more } = section;
  const { subject, ...rest } = more;
  everyField(rest);
  const inside = sections?.map((one) => sectionOf(one, context));
  const references = entries.flatMap((entry) => context.refer(entry, 'sections.entries', 'any') ?? []);
  // A section needs text, entries or sections (cmp-1), and a reason why it is empty only when it has no entries (cmp-2).
  const nothing = !text && references.length === 0 && !inside?.length;
  return {
    id: id && /^\S+$/.test(id) ? id : undefined,
    title,
    code: concept(code),
    author: filled(authors.flatMap(({ who }) => context.refer(who, 'sections.authors', 'author') ?? [])),
    focus: subject === undefined ? undefined : { display: subject },
    text: nothing ? emptyNarrative : narrative(text),
    entry: filled(references),
    emptyReason: emptyReason && references.length === 0 ? codeOf(emptyReasons, emptyReason) : undefined,
    section: inside,
  };
}
