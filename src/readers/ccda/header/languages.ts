import { type Communication, type Concept, compact, listOf } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { clean, readCoding, readConcept, says } from '../datatypes/concept.ts';
import type { Scope } from '../scope.ts';

/** languageCommunication → communications: one a language, with a proficiency for each way of using it. */
export function readLanguages(elements: readonly XmlElement[], scope: Scope): Communication[] | undefined {
  const found = elements.map((element) => readLanguage(element, scope)).filter((one) => one !== undefined);
  const groups = Map.groupBy(found, ({ language }) => JSON.stringify(language)).values();
  return listOf([...groups].map(unite));
}

/** What is said of one language in several places. */
function unite(same: readonly Communication[]): Communication {
  const [first] = same as [Communication, ...Communication[]];
  const proficiencies = same.flatMap((one) => one.proficiencies ?? []);
  const stated = same.map(({ preferred }) => preferred).filter((one) => one !== undefined);
  return {
    language: first.language,
    ...(stated.length > 0 && { preferred: stated.includes(true) }),
    ...(proficiencies.length > 0 && { proficiencies }),
  };
}

const bcp47 = 'urn:ietf:bcp:47';

/** The tag as BCP 47 writes it, "en" for ENG; words that are no tag are words. */
function languageOf(tag: string): Concept {
  const code = canonical(tag);
  return code === undefined ? { codings: [], text: tag } : { codings: [{ system: bcp47, code }] };
}

/** Asking costs as much as reading all of a patient else, and the documents of an archive have few languages. */
const canonicals = new Map<string, string | undefined>();
/** More languages than are kept: an input does not decide how many. */
const most = 512;

function canonical(tag: string): string | undefined {
  if (canonicals.has(tag)) return canonicals.get(tag);
  const code = canonicalOf(tag);
  if (canonicals.size < most) canonicals.set(tag, code);
  return code;
}

function canonicalOf(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replace('_', '-'))[0];
  } catch {
    return undefined;
  }
}

function readLanguage(element: XmlElement, scope: Scope): Communication | undefined {
  const code = element.first('languageCode');
  const tag = clean(code?.attributes['code']);
  const concept = tag === undefined ? code && readConcept(code, scope) : languageOf(tag);
  if (!says(concept)) return undefined;
  const preferred = element.first('preferenceInd')?.attributes['value'];
  const mode = element.first('modeCode');
  const level = element.first('proficiencyLevelCode');
  const proficiency = compact({
    type: mode && readCoding(mode, scope),
    level: level && readCoding(level, scope),
  });
  return {
    language: concept,
    ...(preferred && { preferred: preferred === 'true' }),
    ...(Object.keys(proficiency).length > 0 && { proficiencies: [proficiency] }),
  };
}
