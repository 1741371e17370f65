import { type Assembled, assemble } from '../assemble/index.ts';
import {
  detect,
  type InputFile,
  type Reader,
  type ReadOptions,
  readers,
  type Trial,
} from '../readers/index.ts';
import {
  type FhirOptions,
  patientResources,
  peopleResources,
  type Resource,
  type Written,
} from '../writers/fhir/index.ts';
import { type Leaves, leavesOf } from './leaves.ts';
import { type Origins, originsOf } from './origins.ts';
import { Part } from './part.ts';

/** Everything of one patient, read again from the sources and held open. */
export interface Chart {
  readonly trials: readonly Trial[];
  /** All resources by their address, `Type/id`. */
  readonly resources: ReadonlyMap<string, Charted>;
  /** Where each part of each document went: its addresses by document and local reference. */
  addressOf(trial: Trial, ref: string): readonly string[];
  /** The resource as each of its documents gives it, that first which gives its values. */
  partsOf(address: string): readonly Part[];
}

/** A resource with the part of the record that it was written from. */
interface Charted {
  readonly resource: Resource;
  readonly leaves: Leaves;
  readonly ref: string;
  /** Which one of its type it is among those of its part. */
  readonly nth: number;
}

/** How a run read and wrote. */
interface ChartOptions {
  /** The patient's id in the record, where tables know the patient too. */
  readonly patient?: string | undefined;
  readonly reading: ReadOptions;
  readonly fhir: FhirOptions;
}

const nothing: Chart = { trials: [], resources: new Map(), addressOf: () => [], partsOf: () => [] };

/** Reads the documents of one patient again; those that cannot be read gave nothing to the run either. */
export function openChart(files: readonly InputFile[], { reading, fhir, patient }: ChartOptions): Chart {
  const trials = files.flatMap((file) => openTrial(file, reading) ?? []);
  const contributions = trials.map(({ contribution }) => contribution);
  if (contributions.length === 0) return nothing;
  const assembled = assemble(contributions, { make: reading.make, patient });
  const resources = resourcesOf(assembled, fhir);
  const origins = originsOf(assembled, trials);
  const known = new Map<string, readonly Part[]>();
  return {
    trials,
    resources,
    addressOf: addressesOf(resources, origins),
    partsOf(address) {
      const parts = known.get(address) ?? partsOf(address, { resources, origins, fhir });
      known.set(address, parts);
      return parts;
    },
  };
}

function openTrial(file: InputFile, options: ReadOptions): Trial | undefined {
  const detected = detect(file.bytes);
  if (!('format' in detected)) return undefined;
  const reader: Reader = readers[detected.format];
  const trial = reader.openTrial?.(file, options);
  return trial && 'contribution' in trial ? trial : undefined;
}

function resourcesOf({ record }: Assembled, fhir: FhirOptions): Map<string, Charted> {
  const all = [patientResources(record, fhir), peopleResources(record.people)].flatMap(chartedIn);
  const found = new Map<string, Charted>();
  for (const one of all) {
    const address = addressOf(one.resource);
    // Who wrote several statements stands under each of them: the first speaks for all.
    if (!found.has(address)) found.set(address, one);
  }
  return found;
}

const addressOf = ({ resourceType, id }: Resource): string => `${resourceType}/${id}`;

function chartedIn({ resources, index }: Written): Charted[] {
  const byAddress = new Map(resources.map((one) => [addressOf(one), one]));
  return [...index].flatMap(([ref, addresses]) => {
    const own = addresses.flatMap((address) => byAddress.get(address) ?? []);
    return own.map((resource, position) => {
      const before = own.slice(0, position);
      const nth = before.filter(({ resourceType }) => resourceType === resource.resourceType).length;
      return { resource, leaves: leavesOf(resource), ref, nth };
    });
  });
}

interface Known {
  readonly resources: ReadonlyMap<string, Charted>;
  readonly origins: Origins;
  readonly fhir: FhirOptions;
}

function partsOf(address: string, { resources, origins, fhir }: Known): Part[] {
  const charted = resources.get(address);
  if (!charted) return [];
  const { ref: final, nth: position, resource } = charted;
  const type = resource.resourceType;
  return (origins.get(final) ?? []).flatMap(({ trial, ref }) =>
    positions(position, type).map((nth) => new Part({ trial, ref, fhir, type, nth })),
  );
}

/** So many Provenance of one part are looked at. */
const mostProvenance = 12;

/** Which one of its type it is; who wrote what is put together anew for each part, in an order of its own. */
const positions = (nth: number, type: string): number[] =>
  type === 'Provenance' ? [nth, ...Array.from({ length: mostProvenance }, (_, index) => index)] : [nth];

function addressesOf(resources: Known['resources'], origins: Origins): Chart['addressOf'] {
  const byRef = Map.groupBy([...resources], ([, { ref }]) => ref);
  const found = new Map<Trial, Map<string, string[]>>();
  for (const [final, sources] of origins) {
    const addresses = (byRef.get(final) ?? []).map(([address]) => address);
    for (const { trial, ref } of sources) {
      found.set(trial, (found.get(trial) ?? new Map<string, string[]>()).set(ref, addresses));
    }
  }
  return (trial, ref) => found.get(trial)?.get(ref) ?? [];
}
