import { convertRows, mappingOf } from './mapped-rows.ts';

/** The tables of an invented export. */
export const tables = `
tables:
  people: { file: people.csv, key: $Id }
  visits: { file: visits.csv, key: $Id, links: { $PERSON: people, $SEEN_BY: staff } }
  facts: { file: facts.csv, key: [$PERSON, $DAY, $CODE], links: { $PERSON: people, $VISIT: visits } }
  lines: { file: lines.csv, key: [$NOTE, $LINE], links: { $PERSON: people } }
  staff: { file: staff.csv, key: $Id }
`;
/** The rule that makes the patient. */
export const person =
  '  - { from: people, to: patient, id: $Id, fields: { names: [{ family: $NAME }], birthDate: $BORN } }\n';

/** What the rows of facts become under one rule for them. */
export function facts(
  rule: string,
  rows: string,
  more: { head?: string; tables?: Record<string, string>; rules?: string } = {},
) {
  const text = `${more.head ?? ''}${tables}records:\n${person}${more.rules ?? ''}${rule}`;
  const mapping = mappingOf(text);
  return convertRows(mapping, { people: 'Id|NAME|BORN\np1|Doe|1980-01-02', ...more.tables, facts: rows });
}

/** A rule that makes an observation of a fact. */
export const observation = (fields: string) =>
  `  - from: facts\n    to: observation\n    id: [$PERSON, $DAY, $CODE]\n    fields: { code: $CODE, ${fields} }\n`;

/** The observations that come of rows. */
export const observed = (fields: string, rows: string, head = '') =>
  (facts(observation(fields), rows, { head }).contribution.statements.observation ?? []) as readonly Record<
    string,
    unknown
  >[];
