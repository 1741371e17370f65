import { codedSurvey } from './coded-survey.ts';
import { hasCorpus, skipped } from './corpus.ts';
import { survey } from './survey.ts';
import { type Row, tableText } from './tally.ts';

// What becomes of real documents: where each entry goes, and what is not read or not written.

const print = (title: string, heads: readonly string[], rows: readonly Row[]): void => {
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  console.log(`\n${title} (${total})\n\n${tableText(heads, rows)}`);
};

/** How many of the entries that state something in codes became the resource that their rule names. */
function printCoded(): void {
  const { entries, coded, share, others } = codedSurvey();
  const all = Object.values(coded).reduce((sum, count) => sum + count, 0);
  console.log(`\n${all} of ${entries} entries state something in codes`);
  for (const [verdict, count] of Object.entries(coded))
    console.log(`${String(count).padStart(6)}  ${verdict}`);
  console.log(
    `${(share * 100).toFixed(2)} % became the resource that their rule names, observations without a rule apart`,
  );
  print('Coded entries that did not', ['what', 'section', 'template', 'named', 'became'], others);
}

if (hasCorpus) {
  const { documents, patients, written, text, unread, unwritten, systems } = survey();
  console.log(`${documents} documents of ${patients} patients`);
  print('Resources by the entry that they come from', ['section', 'template', 'resource'], written);
  printCoded();
  print('Entries kept as text', ['section', 'template'], text);
  print('Parts of statements that are not read', ['statement', 'path'], unread);
  print('Fields of the record that are not written', ['resource', 'field'], unwritten);
  print('Codes of systems without a known URI', ['system'], systems);
} else console.log(`nothing to show${skipped}`);
