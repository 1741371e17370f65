import type { Change, SourceLiteral } from '../readers/index.ts';
import type { SourcePoint } from '../record/index.ts';
import { type Finding, type Spot, spotAt, spotOf } from './finding.ts';
import { type Candidate, type Effect, experiment, type Look } from './look.ts';
import { otherValue } from './other-value.ts';
import type { Part } from './part.ts';

/** More experiments than these are made for no value. */
const mostLiterals = 800;
const mostElements = 200;
/** So many literals are named where a value is made of more. */
const mostSpots = 12;

interface Hit extends Effect, Candidate {}

const another = (literal: SourceLiteral): Change => ({ literal, to: otherValue(literal) });

function tryLiteral(look: Look, candidate: Candidate): Hit | undefined {
  const effect = experiment(look, [another(candidate.literal)]);
  return effect && { ...candidate, ...effect };
}

/** The literals that are like the value, the likest first. */
export function alike(look: Look): Finding | undefined {
  const candidates = look.literals.filter(({ like }) => like > 0).toSorted((a, b) => b.like - a.like);
  const hits: Hit[] = [];
  for (const candidate of candidates.slice(0, mostLiterals)) {
    const hit = tryLiteral(look, candidate);
    if (hit && hit.like > 1) return asFinding(hit);
    if (hit?.changed) hits.push(hit);
  }
  return found(hits);
}

/** Literals that say one thing several times, as people are named again and again: only together they change it. */
export function together(look: Look): Finding | undefined {
  const { part } = look;
  if (part.places.length < 2) return undefined;
  const literals = part.places.flatMap((place) =>
    part.literals(place).filter((one) => isIn(part, one, place)),
  );
  const groups = Map.groupBy(new Set(literals), ({ at, name, text }) => [lastStep(at), name, text].join(' '));
  const alikes = look.literals.filter(({ literal }) => isIn(part, literal, look.setting.place));
  for (const { literal, like } of alikes.toSorted((a, b) => b.like - a.like)) {
    const group = groups.get([lastStep(literal.at), literal.name, literal.text].join(' ')) ?? [];
    if (group.length < 2) continue;
    const effect = experiment(look, group.map(another));
    if (effect) return asFinding({ literal, like, ...effect });
    const missing = experiment(
      look,
      group.map(({ at }) => ({ without: at })),
    );
    if (missing) return { way: 'follows', spots: [spotAt(literal.at)] };
  }
  return undefined;
}

const isIn = ({ trial }: Part, { at }: SourceLiteral, place: SourcePoint): boolean =>
  trial.holding(at).includes(place);

const lastStep = (point: SourcePoint): string => point.path().replace(/^.*\/|\[\d+\]$/g, '');

/** All other literals of the part and of what holds it. */
export function others(look: Look): Finding | undefined {
  const { trial } = look.part;
  const near = new Set(trial.literals(look.setting.place).map(({ at }) => at));
  const section = trial.sectionOf(look.setting.place);
  const isNear = ({ at }: SourceLiteral) =>
    near.has(at) || (section !== undefined && at !== section && trial.holding(at).includes(section));
  const candidates = look.literals.filter(({ like, literal }) => like === 0 && isNear(literal));
  return found(candidates.slice(0, mostLiterals).flatMap((one) => tryLiteral(look, one) ?? []));
}

/** Of several hits: those that the value was put together of, else the one that changes least beside it. */
function found(hits: readonly Hit[]): Finding | undefined {
  const changing = hits.filter(({ changed }) => changed);
  const pieces = changing.filter(({ like }) => like === 1);
  if (pieces.length > 1) return composed(pieces);
  const ordered = (changing.length > 0 ? changing : hits).toSorted(
    (a, b) => b.like - a.like || a.breadth - b.breadth,
  );
  const [best] = ordered;
  const equals = ordered.filter(
    (one) => one.changed && one.like === best?.like && one.breadth === best.breadth,
  );
  return equals.length > 1 ? composed(equals) : best && asFinding(best);
}

const composed = (hits: readonly Hit[]): Finding => ({
  way: 'composed',
  spots: hits.slice(0, mostSpots).map(({ literal }) => spotOf(literal)),
});

function asFinding({ literal, like, changed }: Hit): Finding {
  const way = like === 3 ? 'literal' : changed || like === 2 ? 'converted' : 'follows';
  return { way, spots: [spotOf(literal)] };
}

/** The narrative that a `text` holds or names. */
export function narrative(look: Look): Finding | undefined {
  const { trial } = look.part;
  const texts = trial.elementsIn(look.setting.place).filter((one) => lastStep(one) === 'text');
  const text = texts.find((without) => experiment(look, [{ without }]) !== undefined);
  if (!text) return undefined;
  const inside = new Set([text, ...trial.elementsIn(text)]);
  const [named] = trial.literals(text).filter(({ at }) => !inside.has(at));
  return { way: 'narrative', spots: [spotAt(text), ...(named ? [spotAt(named.at)] : [])] };
}

/** What says which kind of statement it is, or stands in, or which section. */
export function kind(look: Look): Finding | undefined {
  const { trial } = look.part;
  const section = trial.sectionOf(look.setting.place);
  for (const at of trial.holding(look.setting.place)) {
    const changes = trial.naming(at).map(another);
    if (changes.length > 0 && experiment(look, changes)) {
      return { way: at === section ? 'section' : 'kind', spots: [spotAt(at)] };
    }
    if (at === section) return undefined;
  }
  return undefined;
}

/** The element without which the value is not written, or is another. */
export function absence(look: Look): Finding | undefined {
  const elements = look.part.trial.elementsIn(look.setting.place).slice(0, mostElements);
  const hits = elements.flatMap((without) => {
    const effect = experiment(look, [{ without }]);
    return effect ? [{ without, ...effect }] : [];
  });
  const [best] = hits.toSorted((a, b) => a.breadth - b.breadth);
  if (!best) return undefined;
  // Where the value stands there more than once, no single one of these literals gives it.
  const { trial } = look.part;
  const same = look.literals.filter(
    ({ like, literal }) => like > 1 && trial.holding(literal.at).includes(best.without),
  );
  if (same.length === 0) return { way: 'follows', spots: [spotAt(best.without)] };
  return { way: 'noted', spots: same.map(({ literal }) => spotOf(literal)) };
}

/** What the reader has noted: the value stands in several places at once, so that no single change shows. */
export function noted({ part, path }: Look): Finding | undefined {
  const points = part.traced(path);
  if (points.length === 0) return undefined;
  return { way: 'noted', spots: points.map((point) => main(part, point)) };
}

/** The code or value of an element, where it has one. */
function main({ trial }: Part, point: SourcePoint): Spot {
  const own = trial.literals(point).find(({ at, name }) => at === point && /^@(code|value)$/.test(name));
  return own ? spotOf(own) : spotAt(point);
}
