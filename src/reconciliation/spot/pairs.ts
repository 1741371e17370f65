import type { Chart, Leaves } from '../../explain/index.ts';
import { sourceLines } from './source-text.ts';

/** One resource beside what the source says. */
export interface Pair {
  readonly type: string;
  readonly address: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
}

/** The types that a reviewer looks at, the most important first; who wrote what and whole documents are left out. */
const order = [
  'Patient',
  'AllergyIntolerance',
  'Condition',
  'MedicationRequest',
  'MedicationStatement',
  'Immunization',
  'Observation',
  'DiagnosticReport',
  'Procedure',
  'Encounter',
  'DocumentReference',
  'ServiceRequest',
  'CarePlan',
  'Goal',
  'FamilyMemberHistory',
  'DeviceUseStatement',
  'Coverage',
  'RelatedPerson',
];

/** Where a type stands on a sheet; nothing for one that is not shown. */
export const placeOf = (type: string): number => order.indexOf(type);

/** The resources of a chart that documents gave, each with the entry that it was read from. */
export function pairsOf(chart: Chart): Pair[] {
  return [...chart.resources].flatMap(([address, { resource, leaves }]): Pair[] => {
    if (placeOf(resource.resourceType) < 0) return [];
    const source = chart.partsOf(address).flatMap((part) => {
      const file = part.trial.contribution.source.file;
      return part.places.flatMap((place) => [`[${place.file ?? file}:${place.line}]`, ...sourceLines(place)]);
    });
    return [
      {
        type: resource.resourceType,
        address,
        source: [...source, ...narrative(leaves)],
        target: targetLines(resource.resourceType, leaves),
      },
    ];
  });
}

const hidden =
  /^(id$|meta|text|contained|identifier|subject|patient)|\.(system|version|reference)$|(^|\.)extension/;

/** Under which numbers the patient is known is a question of its own. */
const isHidden = (type: string, path: string): boolean =>
  hidden.test(type === 'Patient' && path.startsWith('identifier') ? path.slice('identifier'.length) : path);

/** The values of a resource as they are written. */
export const targetLines = (type: string, leaves: Leaves): string[] =>
  [...leaves].flatMap(([path, value]) =>
    isHidden(type, path) ? [] : [`${path.replaceAll('[0]', '')}: ${short(value)}`],
  );

/** The source's own words for people, which a resource carries along. */
function narrative(leaves: Leaves): string[] {
  const text = leaves
    .get('text.div')
    ?.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text && leaves.get('text.status') === 'additional' ? [`Narrative: ${short(text)}`] : [];
}

const longest = 400;
const short = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);
