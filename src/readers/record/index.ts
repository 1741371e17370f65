import type { Issue, Place } from '../../issue/index.ts';
import {
  type Contribution,
  type Kind,
  kindNames,
  type LedgerLine,
  legalFamily,
  type PatientRecord,
  patientRecord,
  recordFormat,
  usableIdentifiers,
} from '../../record/index.ts';
import type { Detected, InputFile, Refused, Scan } from '../reader.ts';

/** Whether bytes are a record that Chartlift wrote. */
export function detectRecord(bytes: Uint8Array): Detected {
  const head = new TextDecoder().decode(bytes.subarray(0, 200));
  return head.includes(`"${recordFormat}"`) ? { yes: true } : { kind: undefined };
}

/** Finds whose record it is. */
export function scanRecord(file: InputFile): Scan {
  const parsed = parse(file);
  if ('issues' in parsed) return parsed;
  const { patient } = parsed.record;
  return {
    patient: patient.id,
    identifiers: usableIdentifiers(patient.identifiers),
    birth: patient.birth?.value?.slice(0, 10),
    family: legalFamily(patient.names ?? []),
  };
}

/** Reads a record back: its ids are final, each statement is one line of the account. */
export function readRecord(file: InputFile): Contribution | Refused {
  const parsed = parse(file);
  if ('issues' in parsed) return parsed;
  const { record } = parsed;
  const statements = record.statements;
  return {
    source: {
      file: file.name,
      sha256: file.sha256,
      sha1: file.sha1,
      size: file.bytes.length,
      mediaType: 'application/json',
    },
    precedence: { time: latestDate(record), hash: file.sha256 },
    patient: record.patient,
    statements,
    people: record.people,
    ledger: kindNames.flatMap((kind) =>
      statements[kind].map((item, index) => lineOf(file, kind, { id: item.id, index })),
    ),
    units: { entry: kindNames.reduce((count, kind) => count + statements[kind].length, 0) },
    trace: new Map(
      kindNames.flatMap((kind) => statements[kind].map((item) => [`${kind}/${item.id}`, {}] as const)),
    ),
    issues: [],
    settled: true,
  };
}

const latestDate = ({ statements }: PatientRecord): string =>
  statements.document
    .map(({ date }) => date?.literal ?? date?.value ?? '')
    .toSorted()
    .at(-1) ?? '';

const lineOf = (file: InputFile, kind: Kind, { id, index }: { id: string; index: number }): LedgerLine => ({
  unit: 'entry',
  place: { file: file.name, path: `/statements/${kind}/${index}` },
  state: 'converted',
  into: [`${kind}/${id}`],
});

function parse({ name, bytes }: InputFile): { record: PatientRecord } | Refused {
  const refused = (code: Issue['code'], place: Place): Refused => ({
    kind: 'unreadable',
    issues: [{ code, place }],
  });
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // The parser's own words quote the input.
    return refused('record-not-json', { file: name });
  }
  const result = patientRecord.safeParse(value);
  if (result.success) return { record: result.data };
  const [first] = result.error.issues;
  return refused('record-invalid', {
    file: name,
    path: `/${(first?.path ?? []).filter((step) => typeof step !== 'symbol').join('/')}`,
  });
}
