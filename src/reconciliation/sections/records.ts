import { kindNames } from '../../record/index.ts';
import type { Facts } from '../facts.ts';
import { count, type Section, text } from '../model.ts';
import { partsOf } from '../tally/index.ts';
import { counted, kindWords, number } from '../words.ts';
import { differencesIn, readAgain, readAgainLead } from './read-again.ts';

/** The record balance: statements of the sources → statements of the records → resources. */
export function recordsSection(facts: Facts): Section {
  const { tally } = facts;
  const { statements, written, resources } = tally;
  const rows = kindNames.flatMap((kind) => {
    const read = statements.keys[`${kind}\tread`] ?? 0;
    const kept = statements.keys[`${kind}\tkept`] ?? 0;
    return read + kept === 0 ? [] : [[kindWords(kind), read, read - kept, kept, typesOf(kind, written.keys)]];
  });
  const types = Object.entries(resources.keys);
  const sum = (at: number) => rows.reduce((total, row) => total + Number(row[at]), 0);
  const total = types.reduce((all, [, times]) => all + times, 0);
  return {
    id: 'records',
    title: 'Statements, records, resources',
    lead: `${counted(sum(1), 'statement')} of the sources became ${number(sum(3))} in the records and ${counted(total, 'FHIR resource')}. ${readAgainLead(facts)}`,
    standing: differencesIn(facts).length === 0 ? 'good' : 'bad',
    parts: [
      {
        part: 'table',
        title: 'From statements to records',
        note: 'United: the same statement stood in several sources, or twice in one; the ledger has each as merged or superseded. A statement that there are none of a kind stands in the list of its section and has no resource of its own.',
        columns: [text('Kind'), count('Stated'), count('United'), count('In records'), text('Written as')],
        rows,
      },
      readAgain(facts),
    ],
  };
}

function typesOf(kind: string, written: Readonly<Record<string, number>>): string {
  const own = Object.entries(written).flatMap(([key, times]) => {
    const [of, type = ''] = partsOf(key);
    return of === kind ? [`${type || 'its section alone'} ${number(times)}`] : [];
  });
  return own.join(', ');
}
