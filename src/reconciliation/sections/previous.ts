import type { Cause } from '../difference/changes.ts';
import { causeWords, type Difference } from '../difference/difference.ts';
import { count, type Section, text } from '../model.ts';
import { counted } from '../words.ts';

/** The difference to an earlier run; names of input files stay out of it. */
export function previousSection(difference: Difference | undefined): Section | undefined {
  if (!difference) return undefined;
  const { types, inputs, rules } = difference;
  const sum = (of: (one: (typeof types)[number]) => number) =>
    types.reduce((total, one) => total + of(one), 0);
  const unexplained = sum(({ causes }) => causes.neither ?? 0);
  const vanished = sum((one) => one.vanished);
  return {
    id: 'previous',
    title: 'Difference to the earlier run',
    lead: `${counted(
      sum((one) => one.added),
      'resource',
    )} came, ${counted(
      sum((one) => one.changed),
      'resource',
    )} changed, ${counted(vanished, 'resource')} vanished.`,
    standing: unexplained > 0 ? 'bad' : vanished > 0 ? 'look' : 'good',
    parts: [
      {
        part: 'table',
        title: 'Resources by type',
        columns: [text('Type'), count('Added'), count('Changed'), count('Vanished'), text('Because of')],
        rows: types.map(({ type, added, changed, vanished: gone, causes }) => [
          type,
          added,
          changed,
          gone,
          Object.keys(causes)
            .map((cause) => causeWords[cause as Cause])
            .join('; '),
        ]),
      },
      {
        part: 'table',
        title: 'Input files',
        columns: [text('Files'), count('Count')],
        rows: [
          ['added', inputs.added.length],
          ['with other bytes', inputs.changed.length],
          ['vanished', inputs.vanished.length],
        ],
      },
      {
        part: 'table',
        title: 'Program, mapping, options',
        columns: [text('What'), text('Before'), text('Now')],
        rows: rules.map(({ what, before, after }) => [what, before, after]),
      },
    ],
  };
}
