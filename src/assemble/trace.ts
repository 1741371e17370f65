import { type PatientRecord, recordFormat, type SourcePoint } from '../record/index.ts';

type Parts = Pick<PatientRecord, 'patient' | 'statements' | 'people'>;
type RecordTrace = NonNullable<PatientRecord['trace']>;

/**
 * A record whose trace is made when it is first asked for, since paths cost and most runs write no records. It is a
 * class, as an accessor in an object literal is a hidden class of its own, which keeps all that it sees alive until the
 * next full garbage collection.
 */
export class TracedRecord implements PatientRecord {
  readonly format = recordFormat;
  readonly patient: Parts['patient'];
  readonly statements: Parts['statements'];
  readonly people: Parts['people'];
  readonly #make: () => Traced[];
  #trace: RecordTrace | undefined;
  #sources: ReadonlyMap<string, readonly FieldSource[]> | undefined;

  constructor({ patient, statements, people }: Parts, make: () => Traced[]) {
    this.patient = patient;
    this.statements = statements;
    this.people = people;
    this.#make = make;
  }

  get trace(): RecordTrace {
    this.#trace ??= renderTrace(this.#make());
    return this.#trace;
  }

  /** The trace of one statement, `kind/id`, made for it alone. */
  traceOf(ref: string): RecordTrace[string] {
    this.#sources ??= new Map(this.#make());
    return fieldsOf(this.#sources.get(ref) ?? []);
  }
}

/** What one source gave to one statement: all its fields, or only those named. */
export interface FieldSource {
  readonly file: string;
  readonly fields: Readonly<Record<string, readonly SourcePoint[]>>;
  readonly only?: readonly string[];
}

/** A statement, and what each of its sources gave. */
type Traced = readonly [ref: string, sources: readonly FieldSource[]];

/** The side table of a record: `kind/id` → field → `file:line path`. */
function renderTrace(traced: readonly Traced[]): Record<string, Record<string, string[]>> {
  return Object.fromEntries(
    traced
      .map(([ref, sources]) => [ref, fieldsOf(sources)] as const)
      .filter(([, fields]) => Object.keys(fields).length > 0),
  );
}

function fieldsOf(sources: readonly FieldSource[]): Record<string, string[]> {
  const table: Record<string, string[]> = {};
  for (const { file, fields, only } of sources) {
    for (const [field, points] of Object.entries(fields)) {
      if (points.length === 0 || (only && !only.includes(field))) continue;
      table[field] ??= points.map((point) => `${point.file ?? file}:${point.line} ${point.path()}`);
    }
  }
  return table;
}
