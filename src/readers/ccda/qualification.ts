import type { Concept, HumanName } from '../../record/index.ts';
import { isQualification } from '../../terminology/index.ts';
import type { XmlElement } from '../xml/element.ts';
import { clean } from './datatypes/concept.ts';
import { readText } from './datatypes/text.ts';
import type { Scope } from './scope.ts';

/** What a practitioner is qualified as: a suffix or a description that is a title of the profession (CF-participations). */
export function qualificationsOf(
  names: readonly HumanName[] | undefined,
  person: XmlElement | undefined,
  scope: Scope,
): Concept[] | undefined {
  const description = person?.first('sdtc:desc');
  const words = [
    ...(names ?? []).flatMap(({ suffix = [] }) => suffix),
    description && readText(description, scope),
  ];
  const titles = words
    .flatMap((word) => word?.split(/[,;]/) ?? [])
    .map((word) => clean(word))
    .filter((word) => word !== undefined)
    .filter(isQualification);
  const unique = [...new Set(titles)];
  return unique.length > 0 ? unique.map((text) => ({ codings: [], text })) : undefined;
}
