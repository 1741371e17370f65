import {
  type Chart,
  type Explanation,
  explain,
  explainLine,
  explainRows,
  type LineExplanation,
  openChart,
} from '../explain/index.ts';
import {
  openPastRun,
  type PastGroup,
  type PastResource,
  type PastRow,
  resourceOf,
  rowAt,
  rowsInto,
  traceOf,
} from '../migration/index.ts';
import { nearest } from './nearest.ts';
import { UsageError } from './usage-error.ts';

/** What was asked for an element: the resource's address and the element in it. */
export interface Asked {
  readonly address: string;
  readonly element?: string;
}

/** What a run says of an element, and the sources it was read from. */
export interface Explained extends Asked {
  readonly answers: Extract<Explanation, { answers: unknown }>['answers'];
  readonly lines: ReadonlyMap<string, readonly string[]>;
  /** The version of the program that made the run. */
  readonly version: string;
}

/** `Type/id` with or without `.element`. */
export function parseAddress(text: string): Asked {
  const [, address, element] = /^([A-Z][A-Za-z]+\/[A-Za-z0-9-]{1,64})(?:\.(.+))?$/.exec(text) ?? [];
  if (address === undefined) {
    throw new UsageError(
      'An element is named as Type/id or Type/id.element',
      'For example Condition/0b9c….onsetDateTime; a line of a source is --source FILE --line N',
    );
  }
  return element === undefined ? { address } : { address, element };
}

/** Explains an element of a resource of a run. */
export function explainInRun(
  folder: string,
  { address, element }: Asked,
  key: Uint8Array | undefined,
): Explained {
  const run = openPastRun(folder, key);
  const asked = { address, ...(element !== undefined && { element }), version: run.version };
  const ofRows = explainMadeOfRows(folder, { address, ...(element !== undefined && { element }) });
  // A resource that rows gave is told by its rows; what documents added to it stands in their own words there.
  if (ofRows) return { ...asked, answers: ofRows, lines: new Map() };
  for (const group of run.groupsOf(address)) {
    const chart = openGroup(group, key);
    const explanation = explain(chart, address, element);
    if ('answers' in explanation) {
      const lines = new Map(chart.trials.map((trial) => [trial.contribution.source.file, trial.lines]));
      return { ...asked, answers: explanation.answers, lines };
    }
    if (explanation.unknown === 'element')
      throw noElement({ address, element: element ?? '' }, explanation.known);
  }
  throw new UsageError(
    `The run holds no ${address}`,
    'crosswalk/entries.csv has the new ids of old numbers; ndjson/ and bundles/ hold the resources.',
  );
}

/** What a run says of a resource that it made of rows. */
function explainMadeOfRows(folder: string, { address, element }: Asked): Explained['answers'] | undefined {
  const rows = rowsInto(folder, address);
  const resource = rows.length > 0 ? resourceOf(folder, address) : undefined;
  if (!resource) return undefined;
  const trace = traceOf(folder, patientOf(resource), address.slice(address.indexOf('/') + 1));
  const answers = explainRows({ resource, rows, trace }, element);
  if (answers.length > 0) return answers;
  const known = explainRows({ resource, rows, trace }).map(({ path }) => path);
  throw noElement({ address, element: element ?? '' }, known);
}

/** Whose a resource is. */
function patientOf({ resourceType, id, subject, patient }: PastResource): string {
  const reference = (subject ?? patient) as { reference?: string } | undefined;
  if (resourceType === 'Patient') return String(id);
  return (reference?.reference ?? '').replace(/^(Patient\/|urn:uuid:)/, '');
}

function noElement({ address, element }: Required<Asked>, known: readonly string[]): UsageError {
  const [type] = address.split('/');
  return new UsageError(
    `This ${type} has no element ${element}`,
    `It has ${nearest(element, known).join(', ')} …`,
  );
}

/** Explains a line of a source of a run. */
export function explainSource(
  folder: string,
  { source, line }: { source: string; line: number },
  key: Uint8Array | undefined,
): LineExplanation {
  const found = openPastRun(folder, key).groupOfFile(source);
  const { file = '', group } = found ?? {};
  const said = group && explainLine(openGroup(group, key), { file, line }, group.fhir);
  if (said) return said;
  const row = rowAt(folder, source, line);
  if (row) return explainRow(folder, row);
  throw new UsageError(
    'The run converted no such file',
    'Give --source a name as ledger.ndjson has it; what was not converted stands there with its reason.',
  );
}

/** What a row became, and where the run wrote records what its columns gave. */
function explainRow(folder: string, { file, line, state, rule, into }: PastRow): LineExplanation {
  const columns = into.flatMap((address) => columnsOf(folder, address, `${file}:${line} `));
  const gives = [...Map.groupBy(columns, ({ column }) => column)].map(([column, values]) => ({
    path: column,
    literal: '',
    values: values.map(({ address, path, value }) => ({ address, path, value })),
  }));
  const ledger = { unit: 'row', state, place: { file, line }, ...(rule !== undefined && { rule }) } as const;
  return {
    file,
    line,
    elements: [],
    gives,
    within: into,
    ledger: ledger as LineExplanation['ledger'] & object,
  };
}

function columnsOf(folder: string, address: string, place: string) {
  const resource = resourceOf(folder, address);
  if (!resource) return [];
  const trace = traceOf(folder, patientOf(resource), address.slice(address.indexOf('/') + 1));
  return explainRows({ resource, rows: [], trace }).flatMap(({ path, value, file = '', spots }) =>
    spots
      .filter((spot) => `${file}:${spot.line} ` === place && spot.path !== '')
      .map((spot) => ({ column: spot.path, address, path, value })),
  );
}

/** Reads the documents of a group again; ids that come out otherwise are made with another key. */
function openGroup(group: PastGroup, key: Uint8Array | undefined): Chart {
  const chart = openChart(group.files(), {
    reading: group.reading,
    fhir: group.fhir,
    patient: group.patient,
  });
  if (chart.trials.length === 0) {
    throw new UsageError(
      'The run was made of records, which hold no source',
      'Name the run that read the documents: a record of --to record has the lines in its trace.',
    );
  }
  const isPatients = group.id.length === 36;
  const isKnown = chart.trials.some(({ contribution }) => group.alone.includes(contribution.patient.id));
  if (key && isPatients && !isKnown) {
    throw new UsageError(
      'The run was made with another key',
      'Give the --id-key FILE that the run was given.',
    );
  }
  return chart;
}
