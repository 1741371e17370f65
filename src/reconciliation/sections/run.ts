import type { Facts } from '../facts.ts';
import { code, count, type Part, type Section, text } from '../model.ts';
import { counted, number } from '../words.ts';

/** Run identity: with what it was made, of what, by which mapping. */
export function runSection({ manifest }: Facts): Section {
  const { inputs, options, program, asOf, outputs } = manifest;
  const bytes = inputs.reduce((sum, { size }) => sum + size, 0);
  return {
    id: 'run',
    title: 'The run',
    lead: `${counted(inputs.length, 'file')} of ${number(bytes)} bytes in, ${counted(outputs.length, 'file')} out.`,
    standing: 'none',
    parts: [
      {
        part: 'table',
        title: 'How it was made',
        note: 'inputs.csv in the protected part has each file with its size and SHA-256; manifest.json has the same of each output. Who ran it, on which machine, and when it began and ended stands in report/run.json, so that the same inputs give the same report.',
        columns: [text('What'), code('Value')],
        rows: [
          ['program', `${program.name} ${program.version}`],
          ['as of', asOf],
          ...Object.entries(options)
            .filter(isSaid)
            .map(([name, value]) => [name, shown(value)]),
        ],
      },
      files(inputs),
      ...mappings(manifest),
    ],
  };
}

/** Options that were given; thresholds stand with what became of them. */
const isSaid = ([name, value]: [string, unknown]): boolean =>
  name !== 'thresholds' && value !== undefined && !(Array.isArray(value) && value.length === 0);

function shown(value: unknown): string {
  if (Array.isArray(value)) {
    return value.every((one) => typeof one === 'string')
      ? value.join(', ')
      : counted(value.length, 'entry', 'entries');
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Files by what they are called at their end; names of files may name people and stay in the protected part. */
function files(inputs: Facts['manifest']['inputs']): Part {
  const kinds = Map.groupBy(
    inputs,
    ({ file }) => /\.([A-Za-z0-9]{1,5})$/.exec(file)?.[1]?.toLowerCase() ?? 'other',
  );
  return {
    part: 'table',
    title: 'Input files',
    columns: [
      text('Kind'),
      count('Files'),
      count('Bytes'),
      count('converted'),
      count('left out'),
      count('set aside'),
    ],
    rows: [...kinds]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, own]) => [
        kind,
        own.length,
        own.reduce((sum, { size }) => sum + size, 0),
        ...['converted', 'left-out', 'quarantined'].map(
          (wanted) => own.filter(({ state }) => state === wanted).length,
        ),
      ]),
  };
}

const mappings = ({ exports }: Facts['manifest']): Part[] =>
  exports.length === 0
    ? []
    : [
        {
          part: 'table',
          title: 'Mappings of tables',
          columns: [
            text('Mapping'),
            text('Version'),
            code('SHA-256'),
            count('Tables'),
            count('Tables it does not name'),
          ],
          rows: exports.map(({ mapping, tables, others }) => [
            mapping.id,
            mapping.version,
            mapping.sha256.slice(0, 16),
            tables.length,
            others.length,
          ]),
        },
      ];
