import { type Assembled, assemble, stampOf } from '../assemble/index.ts';
import { type InputFile, type Reader, type ReadOptions, readers, type Trial, detect } from '../readers/index.ts';
import { type FhirOptions, patientResources, peopleResources, type Resource } from '../writers/fhir/index.ts';
import { type Leaves, leavesOf } from './leaves.ts';
import { Part } from './part.ts';

/** Everything of one patient, read again from the sources and held open. */
export interface Chart {
  readonly trials: readonly Trial[];
  /** All resources by their address, `Type/id`. */
  readonly resources: ReadonlyMap<string, Charted>;
  /** Where each part of each document went: its address by document and local reference. */
  addressOf(trial: Trial, ref: string): readonly string[];
  /** The resource as each of its documents gives it, that first which gives its values. */
  partsOf(address: string): Part[];
}

/** A resource with the part of the record that it was written from. */
export interface Charted {
  readonly resource: Resource;
  readonly leaves: Leaves;
  readonly ref: string;
  /** Which one of its type it is among those of its part. */
  readonly nth: number;
}

/** How a run read and wrote. */
export interface ChartOptions {
  readonly reading: ReadOptions;
  readonly fhir: FhirOptions;
}

const nothing: Chart = { trials: [], resources: new Map(), addressOf: () => [], partsOf: () => [] };

/** Reads the documents of one patient again; those that cannot be read gave nothing to the run either. */
export function openChart(files: readonly InputFile[], { reading, fhir }: ChartOptions): Chart {
  const trials = files.flatMap((file) => openTrial(file, reading) ?? []);
  const contributions = trials.map(({ contribution }) => contribution);
  if (contributions.length === 0) return nothing;
  const assembled = assemble(contributions, { make: reading.make });
  const resources = resourcesOf(assembled, fhir);
  const origins = originsOf(assembled, trials);
  const known = new Map<string, Part[]>();
  const partsOf = (address: string): Part[] => {
    const charted = resources.get(address);
    const sources = charted ? (origins.get(charted.ref) ?? []) : [];
    const [type = ''] = address.split('/');
    return sources.flatMap(({ trial, ref }) =>
      positions(charted?.nth ?? 0, type).map((nth) => new Part({ trial, ref, fhir, type, nth })),
    );
  };
  return {
    trials,
    resources,
    addressOf: addressesOf(resources, origins),
    partsOf(address) {
      const parts = known.get(address) ?? partsOf(address);
      known.set(address, parts);
      return parts;
    },
  };
}

/** So many Provenance of one part are looked at. */
const mostProvenance = 12;

/** Which one of its type it is; who wrote what is put together anew for each part, in an order of its own. */
const positions = (nth: number, type: string): number[] =>
  type === 'Provenance' ? [nth, ...Array.from({ length: mostProvenance }, (_, index) => index)] : [nth];

function openTrial(file: InputFile, options: ReadOptions): Trial | undefined {
  const detected = detect(file.bytes);
  if (!('format' in detected)) return undefined;
  const reader: Reader = readers[detected.format];
  const trial = reader.openTrial?.(file, options);
  return trial && 'contribution' in trial ? trial : undefined;
}

function resourcesOf({ record }: Assembled, fhir: FhirOptions): Map<string, Charted> {
  const found = new Map<string, Charted>();
  for (const { resources, index } of [patientResources(record, fhir), peopleResources(record.people)]) {
    const byName = new Map(resources.map((one) => [`${one.resourceType}/${one.id}`, one]));
    for (const [ref, names] of index) {
      const seen = new Map<string, number>();
      for (const name of names) {
        const resource = byName.get(name);
        if (!resource) continue;
        const nth = seen.get(resource.resourceType) ?? 0;
        seen.set(resource.resourceType, nth + 1);
        if (!found.has(name)) found.set(name, { resource, leaves: leavesOf(resource), ref, nth });
      }
    }
  }
  return found;
}

interface Source {
  readonly trial: Trial;
  readonly ref: string;
}

/** What each part of the record was made of: statements by assembly, the patient and people by their places. */
function originsOf({ record, origins }: Assembled, trials: readonly Trial[]): Map<string, Source[]> {
  const latestFirst = trials.toSorted((a, b) =>
    stampOf(a.contribution.precedence) < stampOf(b.contribution.precedence) ? 1 : -1,
  );
  const found = new Map<string, Source[]>();
  for (const [ref, sources] of origins) {
    found.set(
      ref,
      sources.flatMap(({ from, ref: local }) => {
        const trial = trials.find(({ contribution }) => contribution === from);
        return trial ? [{ trial, ref: local }] : [];
      }),
    );
  }
  for (const trial of latestFirst) {
    for (const ref of trial.contribution.places?.keys() ?? []) {
      if (trial.contribution.trace.has(ref)) continue;
      const final = ref.startsWith('patient/') ? `patient/${record.patient.id}` : ref;
      found.set(final, [...(found.get(final) ?? []), { trial, ref }]);
    }
  }
  return found;
}

function addressesOf(
  resources: ReadonlyMap<string, Charted>,
  origins: ReadonlyMap<string, readonly Source[]>,
): Chart['addressOf'] {
  const byRef = Map.groupBy([...resources], ([, { ref }]) => ref);
  const found = new Map<Trial, Map<string, string[]>>();
  for (const [final, sources] of origins) {
    for (const { trial, ref } of sources) {
      const own = found.get(trial) ?? new Map<string, string[]>();
      found.set(trial, own.set(ref, (byRef.get(final) ?? []).map(([address]) => address)));
    }
  }
  return (trial, ref) => found.get(trial)?.get(ref) ?? [];
}
