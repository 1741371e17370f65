import { type Assembled, stampOf } from '../assemble/index.ts';
import type { Trial } from '../readers/index.ts';

/** A part of one document, by its reference there. */
export interface Source {
  readonly trial: Trial;
  readonly ref: string;
}

/** Final reference → the parts that it was made of, that first which gives its values. */
export type Origins = ReadonlyMap<string, readonly Source[]>;

/** What each part of the record was made of: statements by assembly, the patient and people by their places. */
export function originsOf({ record, origins }: Assembled, trials: readonly Trial[]): Origins {
  const trialOf = new Map(trials.map((trial) => [trial.contribution, trial]));
  const stated = [...origins()].map(([ref, sources]) => {
    const known = sources.flatMap(({ from, ref: local }) => {
      const trial = trialOf.get(from);
      return trial ? [{ trial, ref: local }] : [];
    });
    return [ref, known] as const;
  });
  const patient = `patient/${record.patient.id}`;
  const named = latestFirst(trials).flatMap((trial) =>
    namedIn(trial).map((ref) => ({
      ref: ref.startsWith('patient/') ? patient : ref,
      source: { trial, ref },
    })),
  );
  const byRef = Map.groupBy(named, ({ ref }) => ref);
  return new Map([
    ...stated,
    ...[...byRef].map(([ref, all]) => [ref, all.map(({ source }) => source)] as const),
  ]);
}

/** The patient and the people of a document: what has a place and is no statement. */
const namedIn = ({ contribution: { places, trace } }: Trial): string[] =>
  [...(places?.().keys() ?? [])].filter((ref) => !trace.has(ref));

const latestFirst = (trials: readonly Trial[]): Trial[] =>
  trials.toSorted((a, b) =>
    stampOf(a.contribution.precedence) < stampOf(b.contribution.precedence) ? 1 : -1,
  );
