import type { Identifier as RecordIdentifier } from '../../../record/index.ts';
import { everyField } from '../every-field.ts';
import type { Extension, Identifier } from '../fhir-types.ts';
import { concept } from './concept.ts';
import { absentExtension } from './extension.ts';

/** An Identifier; without a value it says why, on the value where its system is known, else on itself. */
export function identifier(value: RecordIdentifier): Identifier {
  const { system, value: text, type, assigner, shown, absent, ...rest } = value;
  everyField(rest);
  const missing =
    text === undefined
      ? [absentExtension(absent), ...(shown === undefined ? [] : [renderedValue(shown)])]
      : undefined;
  return {
    extension: system === undefined ? missing : undefined,
    type: concept(type),
    system,
    value: text,
    _value: system !== undefined && missing ? { extension: missing } : undefined,
    assigner: assigner === undefined ? undefined : { display: assigner },
  };
}

/** What of a masked value may be shown. */
const renderedValue = (valueString: string): Extension => ({
  url: 'http://hl7.org/fhir/StructureDefinition/rendered-value',
  valueString,
});

/** Identifiers, in their order. */
export const identifiers = (values: readonly RecordIdentifier[] | undefined): Identifier[] | undefined =>
  values?.map(identifier);
