import {
  type Chart,
  type Explanation,
  explain,
  explainLine,
  type LineExplanation,
  openChart,
} from '../explain/index.ts';
import { openPastRun, type PastGroup } from '../migration/index.ts';
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
  for (const group of run.groupsOf(address)) {
    const chart = openGroup(group, key);
    const explanation = explain(chart, address, element);
    if ('answers' in explanation) {
      const lines = new Map(chart.trials.map((trial) => [trial.contribution.source.file, trial.lines]));
      const { answers } = explanation;
      return { address, ...(element !== undefined && { element }), answers, lines, version: run.version };
    }
    if (explanation.unknown === 'element')
      throw noElement({ address, element: element ?? '' }, explanation.known);
  }
  throw new UsageError(
    `The run holds no ${address}`,
    'crosswalk/entries.csv has the new ids of old numbers; ndjson/ and bundles/ hold the resources.',
  );
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
  throw new UsageError(
    'The run converted no such file',
    'Give --source a name as ledger.ndjson has it; what was not converted stands there with its reason.',
  );
}

/** Reads the documents of a group again; ids that come out otherwise are made with another key. */
function openGroup(group: PastGroup, key: Uint8Array | undefined): Chart {
  const chart = openChart(group.files(), { reading: group.reading, fhir: group.fhir });
  if (chart.trials.length === 0) {
    throw new UsageError(
      'The run was made of records, which hold no source',
      'Name the run that read the documents: a record of --to record has the lines in its trace.',
    );
  }
  const isPatients = group.id.length === 36;
  if (key && isPatients && chart.resources.size > 0 && !chart.resources.has(`Patient/${group.id}`)) {
    throw new UsageError(
      'The run was made with another key',
      'Give the --id-key FILE that the run was given.',
    );
  }
  return chart;
}
