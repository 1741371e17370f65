import type { ObjectType } from '../../../mapping/index.ts';
import type { Identifier, Quantity } from '../../../record/index.ts';
import { isUri, isValidNpi, npiOid, ucumOf } from '../../../terminology/index.ts';
import { buildAttachment } from './attachment.ts';
import { buildCoding, buildConcept } from './concept.ts';
import type { Here } from './here.ts';

type Fields = Record<string, unknown>;

/** An object of the record made of its fields. */
export function build(type: ObjectType, fields: Fields, here: Here): unknown {
  switch (type.name) {
    case 'concept':
      return buildConcept(fields, type.binding, here);
    case 'coding':
      return buildCoding(fields, here);
    case 'quantity':
      return buildQuantity(fields);
    case 'identifier':
      return buildIdentifier(fields, here);
    case 'attachment':
      return buildAttachment(fields, here);
    default:
      return Object.keys(fields).length > 0 ? fields : undefined;
  }
}

const npi = 'http://hl7.org/fhir/sid/us-npi';
const ucum = 'http://unitsofmeasure.org';

/** An amount; a code that is none of UCUM is left to the unit's words. */
function buildQuantity({ value, unit, system, code }: Fields): Quantity {
  const [, comparator, digits = ''] = /^(<=|>=|<|>)?(.*)$/.exec(String(value)) ?? [];
  const written = (code ?? unit) as string | undefined;
  const isUcum = system === undefined || system === ucum;
  const known = written !== undefined && isUcum ? ucumOf(written) : undefined;
  return {
    value: digits,
    ...(comparator !== undefined && { comparator: comparator as '<' }),
    ...((unit ?? code) !== undefined && { unit: String(unit ?? code) }),
    ...(isUcum
      ? known !== undefined && { system: ucum, code: known }
      : code !== undefined && { system, code }),
  } as Quantity;
}

/** A number of somebody or something; where no system is said it is one of the source. */
function buildIdentifier(fields: Fields, { work, row, points, field }: Here): Identifier {
  const stated = String(fields['system'] ?? work.mapping.source.system);
  const system = stated === npi && !isValidNpi(String(fields['value'])) ? `urn:oid:${npiOid}` : stated;
  if (system !== stated) {
    const place = { file: row.layout.file, line: row.line, path: points.at(-1)?.column ?? field };
    work.issues.push({ code: 'npi-invalid', place });
  }
  return { ...fields, system: isUri(system) ? system : work.systems.uriOf(system) } as Identifier;
}
