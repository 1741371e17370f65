/** The starts of a run. */
export const sessionSchema =
  'CREATE TABLE IF NOT EXISTS session (start TEXT PRIMARY KEY, facts TEXT NOT NULL);';

/** The index of charts: where the line of each stands in `patients.ndjson`, and by which words it is found. */
export const chartSchema = `
  CREATE TABLE IF NOT EXISTS chart (id TEXT PRIMARY KEY, start INTEGER NOT NULL, length INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS chart_key (
    kind TEXT NOT NULL, key TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, key, id)) WITHOUT ROWID;
`;
