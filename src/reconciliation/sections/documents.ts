import type { Facts } from '../facts.ts';
import { code, count, type Part, type Section, text } from '../model.ts';
import { counted, number } from '../words.ts';

/** Documents: what was kept of them, and whether every output lies where the run wrote it. */
export function documentsSection({ manifest, tally, outputs: { absent } }: Facts): Section {
  const kept = manifest.outputs.filter(({ file }) => file.startsWith('documents/')).length;
  const printed = manifest.outputs.filter(({ file }) => file.startsWith('pdf/'));
  const pages = printed.reduce((sum, one) => sum + one.count, 0);
  return {
    id: 'documents',
    title: 'Documents and files',
    lead:
      manifest.options['dryRun'] === true
        ? 'A dry run writes no outputs.'
        : absent.length === 0
          ? `All ${counted(manifest.outputs.length, 'file')} of the run were read again: each has the SHA-256 with which it was written.`
          : `${counted(absent.length, 'file')} of ${number(manifest.outputs.length)} ${absent.length === 1 ? 'is' : 'are'} not in the folder as written.`,
    standing: absent.length === 0 ? 'good' : 'bad',
    parts: [
      {
        part: 'table',
        title: 'Documents',
        columns: [text('What'), count('Count')],
        rows: [
          ['documents read', manifest.ledger['document']?.['read'] ?? 0],
          ['the same bytes as another file', issue(manifest, 'file-duplicate')],
          ['sources and contents kept under their SHA-256', kept],
          ['printed charts', printed.length],
          ['pages of printed charts', pages],
        ],
      },
      ...scans(manifest.scans),
      {
        part: 'table',
        title: 'Content of other formats',
        columns: [code('Media type'), count('Contents')],
        rows: Object.entries(tally.embedded.keys).map(([type, times]) => [type || 'not stated', times]),
      },
    ],
  };
}

const said = [
  ['listed', 'times that a row or a document names a file'],
  ['found', 'files that went into charts'],
  ['pages', 'their pages, as far as they can be counted'],
  ['setAside', 'rows set aside: the file is missing, empty, or another than the row says'],
  ['unreadable', 'files cut, encrypted or without pages, handed on as they are'],
  ['notReferenced', 'files that went to nobody'],
  ['referencedTwice', 'files named more than once'],
] as const;

/** Scans and other files that are named, where there are any. */
const scans = (counts: Facts['manifest']['scans']): Part[] =>
  counts
    ? [
        {
          part: 'table',
          title: 'Scans and other files that rows and documents name',
          columns: [text('What'), count('Count')],
          rows: said.map(([name, words]) => [words, counts[name] ?? 0]),
        },
      ]
    : [];

const issue = ({ issues }: Facts['manifest'], wanted: string): number =>
  issues.find(({ code: own }) => own === wanted)?.count ?? 0;
