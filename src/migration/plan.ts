import type { Issue } from '../issue/index.ts';
import type { Examined } from './examine.ts';
import { byCodeUnits } from './order.ts';
import type { GroupRows } from './tables/index.ts';

/** What becomes one record: the documents and rows of a patient, or one document alone under `--per document`. */
export interface Group {
  /** Names the output files: the patient's id, or the document's hash. */
  readonly id: string;
  readonly documents: readonly Examined[];
  readonly rows?: readonly GroupRows[] | undefined;
  /** The rule by which this run leaves it out. */
  readonly leftOut?: string | undefined;
}

/** What a run is going to do, known before the first byte is written. */
export interface Plan {
  readonly files: readonly Examined[];
  readonly groups: readonly Group[];
  /** What can be said only of several files together. */
  readonly issues: readonly Issue[];
}

/** Groups the documents by patient; the same bytes are read once. `idOf` knows the patients that tables have too. */
export function planRun(
  examined: readonly Examined[],
  per: 'patient' | 'document',
  idOf: (own: string) => string = (own) => own,
): Plan {
  const files = markDuplicates(examined);
  const documents = files.filter(({ state }) => state === 'document');
  const groups = Map.groupBy(documents, (file) =>
    per === 'document' ? file.sha256 : idOf(file.scan?.patient ?? ''),
  );
  return {
    files,
    groups: [...groups].map(([id, documents]) => ({ id, documents })).sort((a, b) => byCodeUnits(a.id, b.id)),
    issues: per === 'patient' ? possibleSplits(documents, idOf) : [],
  };
}

function markDuplicates(examined: readonly Examined[]): Examined[] {
  const first = new Map<string, string>();
  return examined.map((file) => {
    if (file.state !== 'document') return file;
    const other = first.get(file.sha256);
    if (other === undefined) first.set(file.sha256, file.name);
    return other === undefined
      ? file
      : { ...file, state: 'duplicate', issues: [duplicate(file.name, other)] };
  });
}

const duplicate = (file: string, other: string): Issue => ({
  code: 'file-duplicate',
  place: { file },
  details: { other },
});

/** One identifier under several patients is told, never joined; identifiers that split the same patients count once. */
function possibleSplits(documents: readonly Examined[], idOf: (own: string) => string): Issue[] {
  const named = documents.flatMap((document) =>
    [...identifierKeys(document)].map((key) => ({ key, document })),
  );
  const splits = new Map<string, Issue>();
  for (const held of Map.groupBy(named, ({ key }) => key).values()) {
    const ids = held.map(({ document }) => idOf(document.scan?.patient ?? ''));
    const patients = [...new Set(ids)].sort(byCodeUnits);
    if (patients.length < 2) continue;
    const place = { file: held[0]?.document.name ?? '' };
    const details = { count: patients.length };
    splits.set(patients.join(), { code: 'possible-split', place, details });
  }
  return [...splits.values()];
}

const identifierKeys = ({ scan }: Examined): Set<string> =>
  new Set(
    scan?.identifiers.filter(({ value }) => value).map(({ system, value }) => `${system ?? ''}|${value}`),
  );
