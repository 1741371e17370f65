import type { IssueCode } from '../../issue/index.ts';
import type { Facts } from '../facts.ts';
import { count, type Part, type Section, type Standing, text } from '../model.ts';
import { counted, number } from '../words.ts';

const shown = 20;

const referenceWords: Readonly<Record<string, string>> = {
  own: 'to the same chart',
  people: 'to people and organisations of the run',
  outside: 'to an address outside of the run',
  missing: 'to nothing that was written',
};

const linkWords: readonly (readonly [IssueCode, string])[] = [
  ['row-link-crosses', 'to a row of another patient'],
  ['row-link-broken', 'to a row that is not there, or that nothing was made of'],
];

/** References and identity: orphans, identifiers that several people have, charts that may be one person's. */
export function identitySection(facts: Facts): Section {
  const missing = facts.tally.references.keys['missing'] ?? 0;
  const conflicts = conflictsIn(facts);
  const duplicates = facts.identity?.duplicates.length ?? 0;
  const crossing = leftOutLinks(facts, 'row-link-crosses');
  const toLookAt = conflicts + duplicates + crossing;
  const standing: Standing = missing > 0 ? 'bad' : toLookAt > 0 ? 'look' : 'good';
  return {
    id: 'identity',
    title: 'Identity and references',
    lead: leadOf(facts, { missing, conflicts, duplicates }),
    standing,
    parts: [...loud(conflicts), references(facts), ...links(facts), ...identity(facts)],
  };
}

/** References of rows that were left out, by the issue that tells of each. */
export const leftOutLinks = ({ manifest }: Facts, code: IssueCode): number =>
  manifest.issues.reduce((sum, one) => (one.code === code ? sum + one.count : sum), 0);

/** Identifiers that charts of different names or birth dates share. */
export const conflictsIn = ({ identity }: Facts): number =>
  identity?.shared.filter(({ people }) => people > 1).length ?? 0;

interface Found {
  readonly missing: number;
  readonly conflicts: number;
  readonly duplicates: number;
}

function leadOf({ identity, tally }: Facts, { missing, conflicts, duplicates }: Found): string {
  const references = Object.values(tally.references.keys).reduce((sum, one) => sum + one, 0);
  const told =
    missing === 0
      ? `All ${number(references)} references lead somewhere.`
      : `${counted(missing, 'reference')} of ${number(references)} lead nowhere.`;
  if (!identity)
    return `${told} The run kept no lines of charts, so that they could not be held against each other.`;
  return `${told} ${counted(conflicts, 'identifier')} stand on charts of different people; ${counted(duplicates, 'person', 'people')} may have several charts.`;
}

const loud = (conflicts: number): Part[] =>
  conflicts === 0
    ? []
    : [
        {
          part: 'text',
          tone: 'loud',
          text: `The same identifier stands on charts of different names or birth dates (${number(conflicts)} such). Chartlift kept these charts apart. If they are one person, somebody has to join them; if they are not, the source gave one number to several people, and nothing may find a chart by that number alone. identity.csv in the protected part names the charts.`,
        },
      ];

const references = ({ tally }: Facts): Part => ({
  part: 'table',
  title: 'References between resources',
  columns: [text('A reference leads'), count('References')],
  rows: Object.entries(referenceWords).map(([key, words]) => [words, tally.references.keys[key] ?? 0]),
});

function links(facts: Facts): Part[] {
  const rows = linkWords.map(([issue, words]) => [words, leftOutLinks(facts, issue)] as const);
  return rows.every(([, count]) => count === 0)
    ? []
    : [
        {
          part: 'table',
          title: 'References of rows that were left out',
          note: 'issues.ndjson has each with its file and line. Such a row stays with the patient whom it names itself.',
          columns: [text('A row refers'), count('References')],
          rows,
        },
      ];
}

function identity({ identity: found }: Facts): Part[] {
  if (!found) return [];
  const { shared, duplicates, empty } = found;
  return [
    {
      part: 'table',
      title: 'Charts',
      columns: [text('Charts'), count('Count')],
      rows: [
        ['in all', found.charts],
        ['without an identifier', found.withoutIdentifier],
        ['without a birth date', found.withoutBirth],
        ['without a name', found.withoutName],
        ['without clinical content', empty.length],
        ['that may be one person’s with another', new Set(duplicates.flatMap(({ charts }) => charts)).size],
      ],
    },
    ...(shared.length === 0
      ? []
      : [
          {
            part: 'table' as const,
            title: 'Identifiers that several charts have',
            note: 'People are told apart by name and birth date. The identifiers themselves stand in the protected part.',
            columns: [text('Identifier system'), count('Charts'), count('Different people')],
            rows: shared.map(({ system, charts, people }) => [system || 'none', charts.length, people]),
            shown,
          },
        ]),
  ];
}
