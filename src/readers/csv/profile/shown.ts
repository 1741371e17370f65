import type { ColumnEvidence } from '../../../mapping/index.ts';

/** No text that comes less often than this is shown. */
export const leastShown = 5;

/** Why the texts of a column are not shown at all. */
export type Hidden = 'key' | 'once' | 'date' | 'identity' | 'number' | 'text' | 'rare';

const identity =
  /name|birth|death|phone|mail|addr|street|passport|licen|subscriber|guardian|longitude|latitude|comment|narrative|(^|[^a-z])(first|last|initials?|middle|given|family|maiden|surname|mrn|ssn|ss|mobile|cell|fax|city|county|zip|postal|pcode|postcode|dob|dod|driver|drivers|member|contact|account|note|notes|text|user|author|login|lat|lon|lng|fips)([^a-z]|$)/i;
const personal = ['phone', 'email', 'ssn', 'name', 'npi'] as const;

/** Whether the texts of a column may be shown: only where they say something of many rows, and nothing of a person. */
export function hiddenFor(column: ColumnEvidence, isPointing: boolean): Hidden | undefined {
  const { forms, dates, codes, name } = column;
  if (dates.length > 0) return 'date';
  if (personal.some((form) => (forms[form] ?? 0) > 0) || identity.test(name)) return 'identity';
  if (column.unique) return 'once';
  if ((forms.uuid ?? 0) > 0) return 'key';
  if (codes.some(({ by }) => by !== 'number')) return undefined;
  return isPointing ? 'key' : hiddenByKind(column);
}

function hiddenByKind({ forms, distinct, longest }: ColumnEvidence): Hidden | undefined {
  if ((forms.decimal ?? 0) >= 0.9 && distinct > 20) return 'number';
  return longest > 60 && (forms.prose ?? 0) > 0.5 ? 'text' : undefined;
}
