import type { Allergy, AllergyStatus, Concept, Reaction } from '../../../record/index.ts';
import {
  allergyCategoryOf,
  allergyStatus,
  allergyTypeOf,
  criticality,
  noKnownAllergyConceptOf,
  noKnownAllergyName,
  noKnownAllergyOf,
  noKnownAllergyToSubstance,
  severityOf,
} from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { clean, readConcept, says } from '../datatypes/concept.ts';
import { readText } from '../datatypes/text.ts';
import { known, readWhen } from '../datatypes/time.ts';
import { by, concept, type Found, firstOf, nowhere, time, token } from '../fields.ts';
import { parts } from '../parts.ts';
import { compilePath, isPart } from '../path.ts';
import { report, type Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { concernOf, isNegated, recorded, recorder, statementFields } from './common.ts';
import { encounterReference } from './encounter-reference.ts';
import { concernStatusField, saysNothing } from './problem.ts';

/** Allergy - Intolerance Observation, Substance or Device Allergy - Intolerance Observation, CCD's alert observation. */
export const allergy: Definition<'allergy'> = {
  kind: 'allergy',
  title: 'Allergy - Intolerance Observation',
  templates: [
    '2.16.840.1.113883.10.20.22.4.7',
    '2.16.840.1.113883.10.20.22.4.90',
    '2.16.840.1.113883.10.20.1.18',
  ],
  elements: ['observation'],
  matches: isUntemplatedAllergy,
  accepts: isApplicable,
  fields: {
    ...statementFields,
    code: by('participant[@typeCode=CSM]/participantRole/playingEntity/code | value | text', readSubstance),
    noRiskSubstance: nowhere,
    clinicalStatus: firstOf<AllergyStatus>(
      token('entryRelationship/[status]/value', allergyStatus.to),
      concernStatusField,
    ),
    verificationStatus: nowhere,
    type: token('value', allergyTypeOf),
    category: token('value', allergyCategoryOf),
    kind: concept('value'),
    criticality: token('entryRelationship/[criticality]/value', criticality.to),
    onset: time('effectiveTime'),
    abatement: time('effectiveTime/high'),
    recorded,
    recorder,
    encounter: encounterReference,
    reactions: by(
      'entryRelationship/[reaction] | entryRelationship[@typeCode=MFST]/observation',
      readReactions,
    ),
  },
  structure: [
    'code',
    'statusCode',
    'entryRelationship/observation/id',
    'entryRelationship/observation/code',
    // The words of a status or an age say what its value says.
    'entryRelationship/observation/text',
    'entryRelationship/observation/statusCode',
    'entryRelationship/act/code',
    'entryRelationship/act/statusCode',
  ],
  settle,
};

function isUntemplatedAllergy(element: XmlElement, scope: Scope): boolean {
  if (scope.section?.rules?.title !== 'Allergies and intolerances') return false;
  return (
    concernOf(element) !== undefined &&
    !isReaction(element) &&
    (element.first('participant') !== undefined || element.first('value') !== undefined)
  );
}

/** A reaction is no allergy, wherever it stands. */
const isReaction = (element: XmlElement): boolean =>
  isPart(element, parts.reaction) || element.parent?.attributes['typeCode'] === 'MFST';

/** A substance that is "not applicable" and no reaction say of no allergy: the section's text has what was meant. */
function isApplicable(element: XmlElement): boolean {
  if (isNegated(element) || manifestations(element).length > 0) return true;
  const entities = substances(element);
  return entities.length === 0 || !entities.every(isNotApplicable);
}

const isNotApplicable = (entity: XmlElement): boolean =>
  entity.first('code')?.attributes.nullFlavor === 'NA' && entity.text().trim() === '';

const substances = compilePath('participant/participantRole/playingEntity');

/** The substance: its code, its name, a statement that there is no known allergy, else the words of the entry. */
function readSubstance(from: XmlElement, scope: Scope): Found<Concept> | undefined {
  const nodes = from.elements('participant');
  const found = substances(from)
    .map((entity) => readEntity(entity, scope))
    .find((one) => says(one) && !(isNegated(from) && deniesItself(one)));
  if (found) return { value: found, nodes };
  const value = from.elements('value');
  const stated = value.map((one) => readConcept(one, scope)).find((one) => says(one) && saysNoneKnown(one));
  if (stated) return { value: stated, nodes: value };
  if (isNegated(from)) return undefined;
  const text = from.first('text');
  const words = text && readText(text, scope);
  return text && words !== undefined ? { value: { codings: [], text: words }, nodes: [text] } : undefined;
}

/** Words that name no substance, as "No known drug allergies". */
const deniesItself = ({ codings, text = '' }: Concept): boolean =>
  codings.length === 0 && /^\s*(no|none|nil|nka|nkda|denies|denied)\b/i.test(text);

function readEntity(entity: XmlElement, scope: Scope): Concept | undefined {
  const code = entity.first('code');
  const coded = code && readConcept(code, scope);
  if (coded && coded.codings.length > 0) return coded;
  const name = clean(entity.first('name')?.text());
  return name === undefined ? coded : { codings: [], text: name };
}

const saysNoneKnown = ({ codings }: Concept): boolean =>
  codings.some(({ code }) => code !== undefined && noKnownAllergyConceptOf(code) !== undefined);

const manifestations = compilePath('entryRelationship[@typeCode=MFST]/observation');
const reactionParts = compilePath('entryRelationship/[reaction]');
const severities = compilePath('entryRelationship/[severity]');

/** The reactions; a severity that stands at the allergy holds for each that has none of its own (CF-allergies). */
function readReactions(from: XmlElement, scope: Scope): Found<Reaction[]> | undefined {
  // Some exports hang the severity itself on MFST: it is how bad a reaction was, and none.
  const all = [...manifestations(from), ...reactionParts(from), ...besideOnly(from)];
  const nodes = [...new Set(all)].filter((node) => !isPart(node, parts.severity));
  const inherited = inheritedBy(from, nodes, scope);
  const value = nodes.map((node) => readReaction(node, inherited.of(node), scope));
  if (value.length > 0) return { value, nodes: [...nodes, ...inherited.nodes] };
  const general = inherited.of(from);
  if (!general) return undefined;
  return {
    value: [{ manifestation: { codings: [], absent: 'unknown' }, ...general }],
    nodes: inherited.nodes,
  };
}

/** Reactions that an export hangs on the concern are those of its allergy, where it holds one alone. */
function besideOnly(from: XmlElement): XmlElement[] {
  const inside = concernOf(from)
    ?.elements('entryRelationship')
    .flatMap((relation) => relation.elements('observation'));
  const allergies = inside?.filter((one) => !isReaction(one)) ?? [];
  return allergies.length === 1 ? (inside?.filter(isReaction) ?? []) : [];
}

type Severity = Pick<Reaction, 'severity' | 'severityConcept'>;

/** What the severities at an allergy say of its reactions, and the elements that say it. */
interface Inherited {
  readonly nodes: readonly XmlElement[];
  of(reaction: XmlElement): Severity | undefined;
}

/** One severity holds for all reactions; of several that differ each holds for the reaction that it follows. */
function inheritedBy(from: XmlElement, reactions: readonly XmlElement[], scope: Scope): Inherited {
  const stated = severities(from);
  const read = stated.map((one) => readSeverity(one, scope)).filter((one) => one !== undefined);
  const words = read.map(({ severity, severityConcept }) => severity ?? JSON.stringify(severityConcept));
  if (new Set(words).size < 2) return { nodes: stated, of: () => read[0] };
  const inside = from.elementsIn('entryRelationship', 'observation');
  const reactionOf = (severity: XmlElement) => inside[inside.indexOf(severity) - 1];
  const nodes = stated.filter((one) => reactions.some((reaction) => reaction === reactionOf(one)));
  return {
    nodes,
    of(reaction) {
      const following = nodes.find((one) => reactionOf(one) === reaction);
      return following && readSeverity(following, scope);
    },
  };
}

function readReaction(node: XmlElement, general: Severity | undefined, scope: Scope): Reaction {
  const own = severities(node)
    .map((one) => readSeverity(one, scope))
    .find((one) => one !== undefined);
  const effectiveTime = node.first('effectiveTime');
  const onset = effectiveTime && known(readWhen(effectiveTime, scope));
  const notes = node
    .elements('entryRelationship')
    .flatMap((relation) => relation.elements())
    .filter((one) => isPart(one, parts.comment));
  const words = notes
    .map((note) => note.first('text'))
    .map((text) => text && readText(text, scope))
    .filter((text) => text !== undefined);
  return {
    manifestation: readManifestation(node, scope),
    ...(own ?? general),
    ...(onset && { onset }),
    ...(words.length > 0 && { notes: words }),
  };
}

function readManifestation(node: XmlElement, scope: Scope): Concept {
  const value = node
    .elements('value')
    .map((one) => readConcept(one, scope))
    .find(says);
  const text = node.first('text');
  const words = text && readText(text, scope);
  // A code without a name is named by the words beside it.
  const isNamed = value?.text !== undefined || value?.codings.some(({ display }) => display !== undefined);
  if (value) return isNamed || words === undefined ? value : { ...value, text: words };
  return words === undefined ? { codings: [], absent: 'unknown' } : { codings: [], text: words };
}

/** FHIR's three words where they fit, and always the source's own concept where they say less. */
function readSeverity(node: XmlElement, scope: Scope): Severity | undefined {
  const value = node.first('value');
  const severityConcept = value && readConcept(value, scope);
  if (!says(severityConcept)) return undefined;
  const word = severityConcept.codings
    .map(({ code }) => severityOf(code ?? ''))
    .find((one) => one !== undefined);
  return word ? { severity: word, severityConcept } : { severityConcept };
}

/** What negation, substance and end say together. */
function settle(item: Allergy, element: XmlElement, scope: Scope): Allergy {
  if (isNegated(element) && item.reactions?.some(saysOfAFinding))
    report(scope, 'negated-with-reaction', element);
  const affirmed = isNegated(element) ? settleNegation(item, element) : item;
  return settleEnd(affirmed, element, scope);
}

/** SNOMED CT: clinical finding absent. */
const FINDING_ABSENT = '373572006';

const saysOfAFinding = ({ manifestation }: Reaction): boolean =>
  !manifestation.codings.some(({ code }) => code === FINDING_ABSENT);

/** "No known allergy" of the kind, "no known X allergy", else a substance that is stated to be no risk. */
function settleNegation({ code, ...rest }: Allergy, element: XmlElement): Allergy {
  if (!says(code)) return settleNoSubstance(rest, element);
  if (saysNoneKnown(code)) return { ...rest, code };
  const to = code.codings
    .map((one) => noKnownAllergyToSubstance(one.code ?? ''))
    .find((one) => one !== undefined);
  if (to) return { ...rest, code: { codings: [noneKnown(to)] } };
  return { ...rest, noRiskSubstance: code };
}

/** "No known allergy" where the kind says so much; of a narrower kind, as an intolerance to food, it says only that. */
function settleNoSubstance({ clinicalStatus, ...item }: Omit<Allergy, 'code'>, element: XmlElement): Allergy {
  const to = noKnownAllergyOf(kindCode(element));
  if (to === undefined && says(item.kind)) return { ...item, code: item.kind, verificationStatus: 'refuted' };
  return {
    ...item,
    ...(clinicalStatus && { clinicalStatus }),
    code: { codings: [noneKnown(to ?? anyAllergy)] },
  };
}

/** No known allergy, whatever the kind. */
const anyAllergy = '716186003';
const noneKnown = (code: string) => {
  const display = noKnownAllergyName(code);
  return { system: 'http://snomed.info/sct', code, ...(display && { display }) };
};

const kindCode = (element: XmlElement): string => element.first('value')?.attributes['code'] ?? '';

/** An end without a stated status is a resolved allergy; a stated active one stays active, as hiding it could harm. */
function settleEnd(item: Allergy, element: XmlElement, scope: Scope): Allergy {
  if (!item.abatement) return item;
  const { abatement, ...rest } = item;
  if (saysNothing(element)) return rest;
  const stated = compiledStatus(element).length > 0;
  if (!stated && item.clinicalStatus !== 'inactive') return { ...item, clinicalStatus: 'resolved' };
  if (item.clinicalStatus === 'active') report(scope, 'status-contradicts-end', element);
  return item;
}

const compiledStatus = compilePath('entryRelationship/[status]');
