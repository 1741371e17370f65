import type { ObjectType } from '../../../mapping/index.ts';
import { compact, type Identifier, type Quantity } from '../../../record/index.ts';
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

/** An amount with its comparator and unit. */
function buildQuantity(fields: Fields): Quantity {
  const [, comparator, value = ''] = /^(<=|>=|<|>)?(.*)$/.exec(String(fields['value'])) ?? [];
  return compact({ value, comparator, ...unitOf(fields) }) as Quantity;
}

/** A unit in the source's words; a code that is none of UCUM is left to them. */
function unitOf({ unit, system, code }: Fields): Partial<Quantity> {
  const written = code ?? unit;
  if (written === undefined) return {};
  const words = { unit: String(unit ?? code) };
  if (system !== undefined && system !== ucum)
    return { ...words, system: String(system), code: String(written) };
  const known = ucumOf(String(written));
  return known === undefined ? words : { ...words, system: ucum, code: known };
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
