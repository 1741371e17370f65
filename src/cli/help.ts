import { Help } from '@oclif/core';
import { exitCodes } from './exit-codes.ts';

const examples = [
  ['Convert a folder of C-CDA documents, one bundle a patient', 'convert export/ --out run-1'],
  [
    'Write FHIR Bulk Data as well, with local times read as Chicago time',
    'convert export/ --out run-2 --to bundle --to ndjson --timezone America/Chicago',
  ],
  ['Try it on made-up charts', 'demo'],
] as const;

/** The help without a command: what the program does, three examples, exit codes. */
export default class ChartliftHelp extends Help {
  protected override async showRootHelp(): Promise<void> {
    const { bin, version, commands } = this.config;
    const named = commands
      .filter(({ hidden }) => !hidden)
      .map(({ id, summary }) => `  ${id.replace(':', ' ').padEnd(11)}${summary ?? ''}`);
    const shown = examples.flatMap(([why, line]) => [`  ${why}`, `    $ ${bin} ${line}`, '']);
    const codes = Object.values(exitCodes).map(
      ({ code, meaning }) => `  ${String(code).padStart(2)}  ${meaning}`,
    );
    this.log(
      [
        `${bin} ${version} moves charts out of legacy EMRs: it reads C-CDA exports and writes FHIR R4,`,
        'one record a patient, with an account of every file, document and entry.',
        'Nothing leaves this computer, and no message shows patient data.',
        '',
        `Usage: ${bin} COMMAND [--help]`,
        '',
        'Commands',
        ...named,
        '',
        'Examples',
        ...shown,
        'Exit codes',
        ...codes,
      ].join('\n'),
    );
  }
}
