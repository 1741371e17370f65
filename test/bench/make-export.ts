import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'csv', 'synthea', '2024');
const uuid = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-([0-9a-f]{12})\b/g;
/** Tables that are the same for all patients. */
const shared: ReadonlySet<string> = new Set(['organizations.csv', 'providers.csv', 'payers.csv']);
/** Real exports hold mostly results. */
const observationsEach = 40;

/** What was made. */
export interface MadeExport {
  readonly tables: number;
  readonly rows: number;
  readonly bytes: number;
}

/** Writes an export of about so many bytes: the fixture's patients again and again, each time under other ids. */
export async function makeExport(folder: string, bytes: number): Promise<MadeExport> {
  mkdirSync(folder, { recursive: true });
  const tables = readdirSync(fixtures).map((name) => ({ name, ...linesOf(join(fixtures, name)) }));
  const size = tables.reduce(
    (sum, { name, body }) => sum + (shared.has(name) ? 0 : body.length * times(name)),
    0,
  );
  const copies = Math.max(1, Math.ceil(bytes / size));
  let made: MadeExport = { tables: tables.length, rows: 0, bytes: 0 };
  for (const table of tables) {
    const { rows, bytes } = await writeTable(folder, table, shared.has(table.name) ? 1 : copies);
    made = { ...made, rows: made.rows + rows, bytes: made.bytes + bytes };
  }
  return made;
}

interface FixtureTable {
  readonly name: string;
  readonly header: string;
  readonly body: string;
}

async function writeTable(folder: string, { name, header, body }: FixtureTable, copies: number) {
  const out = createWriteStream(join(folder, name));
  const made = { rows: 0, bytes: header.length };
  out.write(header);
  for (let copy = 0; copy < copies; copy++) {
    const text = shared.has(name) ? body : renamed(body, copy, name);
    made.bytes += text.length;
    made.rows += text.split('\n').length - 1;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
  return made;
}

/** The same export with every cell in quotes, as some databases write it. */
export async function quoteAll(from: string, to: string): Promise<void> {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const out = createWriteStream(join(to, name));
    for await (const line of createInterface(createReadStream(join(from, name)))) {
      const quoted = line.includes('"') ? line : `"${line.replaceAll(',', '","')}"`;
      if (!out.write(`${quoted}\n`)) await once(out, 'drain');
    }
    out.end();
    await finished(out);
  }
}

const times = (name: string): number => (name === 'observations.csv' ? observationsEach : 1);

function linesOf(path: string) {
  const text = readFileSync(path, 'utf8').replace(/\r\n/g, '\n');
  const end = text.indexOf('\n') + 1;
  const body = text.slice(end);
  return { header: text.slice(0, end), body: body === '' || body.endsWith('\n') ? body : `${body}\n` };
}

/** The same rows of other patients: ids of the shared tables stay, as these are written once. */
function renamed(body: string, copy: number, name: string): string {
  const text = body.replace(uuid, (id, last: string) =>
    sharedIds().has(id)
      ? id
      : id.slice(0, -12) +
        ((Number.parseInt(last, 16) + copy * 65_537) % 2 ** 48).toString(16).padStart(12, '0'),
  );
  if (name === 'patients.csv') return numbered(text, copy);
  return name === 'observations.csv'
    ? Array.from({ length: times(name) }, (_, at) => later(text, at)).join('')
    : text;
}

/** Numbers by which the country knows people, other ones in each copy. */
const numbered = (text: string, copy: number): string =>
  text
    .replace(/,\d{3}-\d{2}-(\d{4})(?=,)/g, (_, last: string) => {
      const digits = String(100_000_000 + ((Number(last) + copy * 7919) % 560_000_000));
      return `,${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`;
    })
    .replace(
      /,([SX])\d{8}(X?)(?=,)/g,
      (_, start: string, end: string) => `,${start}${10_000_000 + copy}${end}`,
    );

/** The same results of a later month. */
const later = (text: string, months: number): string =>
  text.replace(/^(\d{4})-(\d{2})/gm, (_, year: string, month: string) => {
    const all = Number(year) * 12 + Number(month) - 1 + months;
    return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`;
  });

let ids: Set<string> | undefined;
function sharedIds(): ReadonlySet<string> {
  ids ??= new Set(
    [...shared].flatMap(
      (name) => readFileSync(join(fixtures, name), 'utf8').match(new RegExp(uuid.source, 'gm')) ?? [],
    ),
  );
  return ids;
}

if (process.argv[1] && basename(process.argv[1]) === 'make-export.ts') {
  const [folder = '', megabytes = '1000'] = process.argv.slice(2);
  const made = await makeExport(folder, Number(megabytes) * 1e6);
  console.log(`${made.tables} tables, ${made.rows} rows, ${(made.bytes / 1e6).toFixed(0)} MB in ${folder}`);
}
