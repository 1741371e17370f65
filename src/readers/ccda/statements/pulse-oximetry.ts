import { withCodes } from '../../../record/index.ts';
import { oximetry } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { by } from '../fields.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { combinationOf, hasCode } from './combined-vital.ts';
import { combinedFields } from './combined-vital-fields.ts';
import { componentNodes, componentOf, isVitalSign, vitalSign } from './vital-sign.ts';

function elementsOf(from: XmlElement, scope: Scope): readonly XmlElement[] {
  const found = combinationOf(from, scope);
  return found?.kind === 'oximetry' ? found.elements : [];
}

/** What the patient breathed, with the code by which FHIR knows it. */
function partOf(from: XmlElement, scope: Scope) {
  const component = componentOf(from, scope);
  const codes = [oximetry.flow, oximetry.concentration].find((list) =>
    hasCode(
      from,
      list.map(({ code }) => code),
    ),
  );
  return { ...component, code: withCodes(component.code, codes?.slice(0, 1) ?? [], 'last') };
}

/** The saturation, with flow and concentration of the oxygen as components where they have values (CF-vitals). */
export const pulseOximetry: Definition<'observation'> = {
  ...vitalSign,
  title: 'Vital Sign Observation: pulse oximetry',
  elements: ['observation'],
  matches: (element, scope) => elementsOf(element, scope).length > 0 && isVitalSign(element, scope),
  together: elementsOf,
  fields: {
    ...combinedFields(elementsOf),
    code: by('code', (from, scope) => {
      const found = vitalSign.fields.code.read(from, scope);
      return found && { ...found, value: withCodes(found.value, oximetry.saturation, 'last') };
    }),
    components: by('code | value | interpretationCode | referenceRange', (from, scope) => {
      const [, ...others] = elementsOf(from, scope);
      const value = others.map((one) => partOf(one, scope)).filter((one) => one.value?.absent === undefined);
      const nodes = others.flatMap((one) => componentNodes(one));
      return value.length > 0 ? { value, nodes } : vitalSign.fields.components.read(from, scope);
    }),
  },
  structure: ['code', 'value'],
};
