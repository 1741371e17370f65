/** HL7 version 2 tables: 2.16.840.1.113883.12.N is the table N. */
const TABLE = /^2\.16\.840\.1\.113883\.12\.([1-9]\d{0,3})$/;
const TABLE_URI = /^http:\/\/terminology\.hl7\.org\/CodeSystem\/v2-(\d{4})$/;
const CODE_SYSTEM = '2.16.840.1.113883.18.';

/** The second OIDs of version 2 code systems, last arc of 2.16.840.1.113883.18.N to the table: those a C-CDA may name. */
const codeSystemTables: Readonly<Record<string, string>> = {
  2: '0001',
  179: '0002',
  5: '0004',
  9: '0007',
  14: '0023',
  23: '0062',
  24: '0063',
  28: '0070',
  31: '0078',
  47: '0116',
  58: '0131',
  108: '0203',
  283: '0443',
  311: '0487',
};

const uri = (table: string) => `http://terminology.hl7.org/CodeSystem/v2-${table.padStart(4, '0')}`;

/** The URI of a version 2 table, by either of its OIDs. */
export function v2UriOf(oid: string): string | undefined {
  const table = TABLE.exec(oid)?.[1];
  if (table !== undefined) return uri(table);
  const other = oid.startsWith(CODE_SYSTEM) ? codeSystemTables[oid.slice(CODE_SYSTEM.length)] : undefined;
  return other === undefined ? undefined : uri(other);
}

/** The OID of a version 2 table's URI. */
export function v2OidOf(system: string): string | undefined {
  const table = TABLE_URI.exec(system)?.[1];
  return table === undefined ? undefined : `2.16.840.1.113883.12.${Number(table)}`;
}
