import type { Address, HumanName, Identifier } from '../../record/index.ts';
import { compact, listOf } from '../../record/index.ts';
import { isOid } from '../../terminology/index.ts';

/** HL7 v2's data types, in which XDS writes people: components between `^`, parts of them between `&`. */
const componentsOf = (text: string): (string | undefined)[] =>
  text
    .replaceAll('&amp;', '&')
    .split('^')
    .map((part) => part.trim() || undefined);

/** CX: a number and who gave it. */
export function identifierOf(text: string): Identifier | undefined {
  const [value, , , authority = ''] = componentsOf(text);
  const [name, root = ''] = authority.split('&');
  if (value === undefined) return undefined;
  const assigner = name || undefined;
  return compact({ system: isOid(root) ? `urn:oid:${root}` : undefined, value, assigner }) as Identifier;
}

/** XPN: a name. */
export function nameOf(text: string): HumanName | undefined {
  const [family, given, middle, suffix, prefix] = componentsOf(text);
  return personName({ family, given: listOf([given, middle]), suffix, prefix });
}

/** XCN: a number and a name. */
export function personOf(text: string): { identifier: Identifier | undefined; name: HumanName | undefined } {
  const [number, family, given, middle, suffix, prefix, , , authority = ''] = componentsOf(text);
  const identifier = number === undefined ? undefined : identifierOf(`${number}^^^${authority}`);
  return { identifier, name: personName({ family, given: listOf([given, middle]), suffix, prefix }) };
}

interface NameParts {
  readonly family: string | undefined;
  readonly given: string[] | undefined;
  readonly suffix: string | undefined;
  readonly prefix: string | undefined;
}

function personName({ family, given, suffix, prefix }: NameParts): HumanName | undefined {
  if (family === undefined && given === undefined) return undefined;
  return compact({ family, given, prefix: listOf([prefix]), suffix: listOf([suffix]) }) as HumanName;
}

/** XAD: an address. */
export function addressOf(text: string): Address | undefined {
  const [line, more, city, state, postalCode, country] = componentsOf(text);
  const found = compact({ line: listOf([line, more]), city, state, postalCode, country }) as Address;
  return Object.keys(found).length > 0 ? found : undefined;
}
