import type { RaceOrEthnicity, Coding as RecordCoding } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { coding, wordsOfConcept } from '../datatypes/concept.ts';
import { absentExtension } from '../datatypes/extension.ts';
import { everyField } from '../every-field.ts';
import type { Extension } from '../fhir-types.ts';

const nullFlavor = 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor';

/** How many categories of OMB the extension takes. */
const most = { race: 5, ethnicity: 1 } as const;

/** US Core's race or ethnicity extension. */
export function raceOrEthnicity(
  field: keyof typeof most,
  value: RaceOrEthnicity | undefined,
  context: Context,
): Extension[] {
  if (!value) return [];
  const { categories = [], detailed = [], other = [], text, absent, ...rest } = value;
  everyField(rest);
  // Codes of other systems and categories beyond the limit are in the words; that they are codes is lost.
  if (other.some(({ codings }) => codings.length > 0) || categories.length > most[field])
    context.unwritten(field);
  const words = [...categories, ...detailed].map(({ display }) => display).concat(other.map(wordsOfConcept));
  return [
    {
      url: `http://hl7.org/fhir/us/core/StructureDefinition/us-core-${field}`,
      extension: [
        ...ombOf(categories)
          .slice(0, most[field])
          .map((one) => part('ombCategory', one, text)),
        ...detailed.map((one) => part('detailed', one, text)),
        textPart(text ?? [...new Set(words.filter((word) => word))].join(', '), absent),
      ],
    },
  ];
}

/** That more is not known stands beside no category (us-core-23): it is in the words. */
function ombOf(categories: readonly RecordCoding[]): readonly RecordCoding[] {
  const known = categories.filter(({ system }) => system !== nullFlavor);
  return known.length > 0 ? known : categories;
}

/** Without a text of its own the extension's text is made of the source's words for the codes. */
const part = (url: string, value: RecordCoding, text: string | undefined): Extension => ({
  url,
  valueCoding: coding(value, text ?? value.display),
});

/** The text is required. */
const textPart = (text: string, absent: RaceOrEthnicity['absent']): Extension =>
  text
    ? { url: 'text', valueString: text }
    : { url: 'text', _valueString: { extension: [absentExtension(absent)] } };
