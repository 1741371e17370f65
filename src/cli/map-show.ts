import { type Mapping, openMapping } from '../migration/index.ts';
import { counted } from './words.ts';

/** Prints what a mapping makes of which table. */
export function showMapping(given: string, json: boolean): void {
  const { mapping } = openMapping(given);
  const text = json ? JSON.stringify(mappingJson(mapping), null, 2) : mappingText(mapping);
  process.stdout.write(`${text}\n`);
}

type Table = Mapping['tables'] extends ReadonlyMap<string, infer T> ? T : never;
type Rule = Mapping['rules'][number];

function mappingJson({ id, version, title, source, tables, rules, lookups }: Mapping): object {
  return {
    format: 'chartlift-mapping/1',
    id,
    version,
    title,
    source,
    tables: [...tables.values()].map(({ name, files, key, links, ignore, optional, leftOut, mapped }) => ({
      name,
      files,
      key,
      links: links.map(({ columns, table, to }) => ({ columns, table, to })),
      columns: [...mapped],
      optional: [...optional],
      ignore: [...ignore],
      ...(leftOut !== undefined && { leftOut }),
    })),
    rules: rules.map(({ name, from, to, fields }) => ({ name, from, to, fields: [...fields.keys()] })),
    lookups: [...lookups.values()].map(({ name, rows }) => ({ name, codes: rows.size })),
  };
}

function mappingText({ id, version, title, source, tables, rules, lookups }: Mapping): string {
  return [
    `${id} ${version}  ${title}`,
    `  keys are of ${source.system}; times without an offset are ${source.timezone ?? 'dates'}`,
    ...[...tables.values()].flatMap((table) => tableLines(table, rules)),
    '',
    'Lookups',
    ...[...lookups.values()].map(({ name, rows }) => `  ${name}  ${counted(rows.size, 'code')}`),
  ].join('\n');
}

function tableLines({ name, files, key, links, ignore, leftOut }: Table, rules: readonly Rule[]): string[] {
  const own = rules.filter(({ from }) => from === name);
  return [
    '',
    `${name}  ${files.join(', ')}`,
    ...(key.length > 0 ? [`  key      ${key.join(' + ')}`] : []),
    ...links.map(({ columns, table }) => `  link     ${columns.join(' + ')} → ${table}`),
    ...(leftOut === undefined ? [] : [`  left out ${leftOut}`]),
    ...own.map((rule) => `  ${ruleLine(rule)}`),
    ...(ignore.size > 0 ? [`  ignored  ${[...ignore].join(', ')}`] : []),
  ];
}

function ruleLine({ name, from, to, fields }: Rule): string {
  const plain = name === `${from} to ${to}`;
  if (to === 'leftOut') return `left out ${name}`;
  return `→ ${to}${plain ? '' : ` (${name})`}: ${[...fields.keys()].join(', ')}`;
}
