import type { ReferenceRange } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { clean, readConcept } from '../datatypes/concept.ts';
import { readInterval, readQuantity } from '../datatypes/quantity.ts';
import { readText } from '../datatypes/text.ts';
import { typeOf } from '../datatypes/value.ts';
import { by, type Field } from '../fields.ts';
import type { Scope } from '../scope.ts';

const rangesIn = (from: XmlElement): readonly XmlElement[] =>
  from.elementsIn('referenceRange', 'observationRange');

/** FHIR's ranges are those of the healthy: what stands beyond N (or no interpretation at all) is none (CF-results). */
const isNormal = (range: XmlElement): boolean => {
  const code = range.first('interpretationCode')?.attributes['code']?.trim();
  return code === undefined || code === 'N';
};

/** The normal ranges. */
export const referenceRanges: Field<ReferenceRange[]> = by(
  'referenceRange/observationRange[interpretationCode=N]',
  (from, scope) => {
    const nodes = rangesIn(from).filter(isNormal);
    const value = nodes.map((node) => readRange(node, scope)).filter((one) => one !== undefined);
    return value.length > 0 ? { value, nodes } : undefined;
  },
);

function readRange(element: XmlElement, scope: Scope): ReferenceRange | undefined {
  const value = element.first('value');
  const stated = value && readRangeValue(value, scope);
  const text = element.first('text');
  const words = unique([text && readText(text, scope), stated?.text]).join('; ');
  const found = { ...stated, ...(words && { text: words }) };
  return Object.keys(found).length > 0 ? found : undefined;
}

/** Bounds, or words: a coded value ("Negative") has no place in FHIR but its name. */
function readRangeValue(value: XmlElement, scope: Scope): ReferenceRange | undefined {
  const type = typeOf(value);
  if (type.startsWith('IVL')) return boundsOf(readInterval(value, scope));
  if (type === 'PQ' || type === 'REAL' || type === 'INT') {
    const quantity = readQuantity(value, scope);
    return quantity?.value === undefined ? undefined : { low: quantity, high: quantity };
  }
  const concept = value.attributes['code'] === undefined ? undefined : readConcept(value, scope);
  const [coding] = concept?.codings ?? [];
  const words = concept?.text ?? coding?.display ?? coding?.code ?? readText(value, scope);
  const text = words ?? clean(value.attributes['displayName']) ?? clean(value.attributes['value']);
  return text === undefined ? undefined : { text };
}

/** Both ends, or the one that a comparator marks. */
function boundsOf(interval: ReturnType<typeof readInterval>): Pick<ReferenceRange, 'low' | 'high'> {
  if (interval?.range) return interval.range;
  const { comparator, ...bound } = interval?.quantity ?? {};
  if (comparator === undefined) return {};
  return comparator.startsWith('>') ? { low: bound } : { high: bound };
}

const unique = (words: readonly (string | undefined)[]): string[] => [
  ...new Set(words.filter((one) => one !== undefined)),
];
