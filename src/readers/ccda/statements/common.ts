import type { Annotation, Coding, Narrative, Participation, Reference, When } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readCoding } from '../datatypes/concept.ts';
import { readText, referenced } from '../datatypes/text.ts';
import { by, type Field, type Found, identifiers, many } from '../fields.ts';
import { escapeText } from '../narrative/escape.ts';
import { renderReferenced } from '../narrative/index.ts';
import { readParticipation } from '../participation.ts';
import { parts } from '../parts.ts';
import { isPart } from '../path.ts';
import type { Scope } from '../scope.ts';

/** The concern act around an observation. */
export function concernOf(observation: XmlElement): XmlElement | undefined {
  const act = observation.parent?.parent;
  const isConcern = act?.name === 'act' && (isPart(act, parts.concern) || isPart(act, parts.healthConcern));
  return isConcern ? act : undefined;
}

/** Whether a statement says that something is not so; XML Schema writes true in two ways. */
export const isNegated = ({ attributes }: XmlElement): boolean =>
  /^(true|1)$/i.test(attributes['negationInd']?.trim() ?? '');

/** The authors of a statement and of the concern around it: in many exports only one of the two has them. */
export const authors: Field<Participation[]> = by('author | ../../author', (from, scope) => {
  const { authors: known } = scope.readings;
  if (!known.has(from)) known.set(from, readAuthors(from, scope));
  return known.get(from);
});

function readAuthors(from: XmlElement, scope: Scope): Found<Participation[]> | undefined {
  const own = from.elements('author');
  const concern = concernOf(from);
  const nodes = concern ? [...own, ...concern.elements('author')] : own;
  if (nodes.length === 0) return undefined;
  const value = nodes.map((node) => readParticipation(node, scope)).filter((one) => one !== undefined);
  return value.length > 0 ? { value: unique(value), nodes } : undefined;
}

/** On whose word a statement stands; guidance gives them to Provenance, as agents. */
export const informants: Field<Participation[]> = many('informant', readParticipation);

const unique = <T>(values: T[]): T[] =>
  values.length < 2 ? values : [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];

/** Who recorded something may be anyone but a device. */
const mayRecord = ({ who }: Participation): boolean =>
  who !== undefined && !who.ref.startsWith('device/') && !who.ref.startsWith('organization/');

const stamp = ({ time }: Participation): string => time?.literal ?? time?.value?.replace(/[-:T]/g, '') ?? '';
const byTime = (a: Participation, b: Participation): number =>
  stamp(a) < stamp(b) ? -1 : stamp(a) > stamp(b) ? 1 : 0;

/** The earliest time of authors. */
export const earliest = (all: readonly Participation[]): When | undefined =>
  all.filter(({ time }) => time !== undefined).toSorted(byTime)[0]?.time;

/** The latest of authors who is somebody, else the latest of any kind. */
export const latest = (all: readonly Participation[]): Reference | undefined =>
  (
    all.filter(mayRecord).toSorted(byTime).at(-1) ??
    all
      .filter(({ who }) => who)
      .toSorted(byTime)
      .at(-1)
  )?.who;

/** The earliest author time. */
export const recorded: Field<When> = by('author/time (earliest)', (from, scope) => {
  const found = authors.read(from, scope);
  const first = found && earliest(found.value);
  return first && found && { value: first, nodes: found.nodes };
});

/** The latest author. */
export const recorder: Field<Reference> = by('author (latest)', (from, scope) => {
  const found = authors.read(from, scope);
  const last = found?.value.filter(mayRecord).toSorted(byTime).at(-1);
  return last?.who && found && { value: last.who, nodes: found.nodes };
});

/** Comment Activity → annotation with its author and time. */
function readComment(comment: XmlElement, scope: Scope): Annotation | undefined {
  const text = comment.first('text');
  const words = text && readText(text, scope);
  if (words === undefined) return undefined;
  const author = comment.first('author');
  const by = author && readParticipation(author, scope);
  return { text: words, ...(by?.who && { author: by.who }), ...(by?.time && { time: by.time }) };
}

/** The comments at a path. */
export const commentsAt = (path: string): Field<Annotation[]> => many(path, readComment);

/** The comments on a statement and on the concern around it, of which it is what the concern is about. */
export const comments: Field<Annotation[]> = by(
  'entryRelationship/[comment] | ../../entryRelationship/[comment]',
  (from, scope) => {
    const concern = concernOf(from);
    const own = ownComments.read(from, scope);
    const around = concern && ownComments.read(concern, scope);
    if (!own || !around) return own ?? around;
    return { value: [...own.value, ...around.value], nodes: [...own.nodes, ...around.nodes] };
  },
);

const ownComments = commentsAt('entryRelationship/[comment]');

/** The narrative that an entry's `text` holds or names: a table row comes with its header. */
export const narrativeText: Field<Narrative> = by('text', (from, scope) => {
  const text = from.first('text');
  const value = text && readNarrative(text, scope);
  return value && { value, nodes: [text] };
});

function readNarrative(text: XmlElement, scope: Scope): Narrative | undefined {
  const target = referenced(text, scope);
  const rendered = target && renderReferenced(target, scope.media, { tables: scope.tables });
  if (rendered) return { xhtml: rendered, status: 'additional' };
  const words = readText(text, scope);
  if (words === undefined) return undefined;
  return {
    xhtml: `<div xmlns="http://www.w3.org/1999/xhtml">${escapeText(words)}</div>`,
    status: 'additional',
  };
}

/** The Security Observations of a statement; few documents have any. */
const securityIn = (from: XmlElement, { hasSecurity }: Scope): readonly XmlElement[] =>
  hasSecurity
    ? [
        ...from.elementsIn('entryRelationship', 'observation'),
        ...from.elementsIn('component', 'observation'),
      ].filter((one) => isPart(one, parts.security))
    : [];

/** Whom the statement may be shown to: its Security Observations, those of its organizer, what its section says beside "normal". */
export const labels: Field<Coding[]> = by(
  '[security]/value | ../../[security]/value | section/confidentialityCode',
  (from, scope) => {
    const organizer = from.parent?.parent?.name === 'organizer' ? from.parent.parent : undefined;
    const nodes = [...securityIn(from, scope), ...(organizer ? securityIn(organizer, scope) : [])];
    const confidentiality = scope.section?.element.first('confidentialityCode');
    if (nodes.length === 0 && !confidentiality) return undefined;
    const stated = [...nodes.map((one) => one.first('value')), confidentiality];
    const codings = stated
      .map((one) => one && readCoding(one, scope))
      .filter((one) => one !== undefined && one.code !== 'N')
      .filter((one) => one !== undefined);
    return codings.length > 0 ? { value: unique(codings), nodes } : undefined;
  },
);

/** The fields that every statement has. */
export const statementFields = {
  identifiers: identifiers('id'),
  text: narrativeText,
  authors,
  informants,
  notes: comments,
  labels,
};
