import { type SpotCheckOptions, spotCheck } from '../reconciliation/index.ts';
import { counted } from './report-words.ts';

/** Prints the sheets of a run and says where they lie. */
export async function showSpotChecks(run: string, options: SpotCheckOptions, json: boolean): Promise<void> {
  const { folder, sheets, rowsNotAtHand } = await spotCheck(run, options);
  const text = [
    `Printed ${counted(sheets.length, 'sheet')}`,
    `Where   ${folder}`,
    '',
    '  sample.csv lists them with room for findings. The sheets are patient data.',
    ...(rowsNotAtHand === 0
      ? []
      : [
          `  ${counted(rowsNotAtHand, 'row')} of these charts cannot be shown beside what became of them.`,
          '  → Give the folder of the tables with --input: a run keeps documents, not tables.',
        ]),
  ].join('\n');
  const result = { format: 'chartlift-spot-check/1', folder, sheets, rowsNotAtHand };
  process.stdout.write(`${json ? JSON.stringify(result, null, 2) : text}\n`);
}
