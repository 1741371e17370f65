import { openMapping, presetNames } from '../migration/index.ts';
import { counted } from './words.ts';

/** Prints the mappings that come with the program. */
export function listMappings(json: boolean): void {
  const mappings = presetNames().map((preset) => {
    const { id, version, title, tables, rules } = openMapping(preset).mapping;
    return { id, version, title, tables: tables.size, rules: rules.length };
  });
  if (json) {
    process.stdout.write(`${JSON.stringify({ format: 'chartlift-mappings/1', mappings }, null, 2)}\n`);
    return;
  }
  const widest = Math.max(...mappings.map(({ id }) => id.length));
  const lines = mappings.map(
    ({ id, version, title, tables }) =>
      `  ${id.padEnd(widest)}  ${version}  ${title}; ${counted(tables, 'table')}`,
  );
  const next = [
    '',
    'Next',
    '  chartlift map show NAME             what it makes of which table',
    '  chartlift map check DIR --mapping NAME   held against an export',
  ];
  process.stdout.write(`${['Mappings', ...lines, ...next].join('\n')}\n`);
}
