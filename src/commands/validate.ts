import { Args, Flags } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.ts';
import { guides } from '../cli/flags.ts';

/** `chartlift validate PATH` */
export default class Validate extends BaseCommand {
  static override readonly summary =
    'Check bundles, NDJSON and records: structure, references, the profiles that are claimed.';
  static override readonly description =
    `Of bundles, resources and NDJSON it checks the structure of FHIR R4 (elements, cardinalities, types, forms of values,
invariants), ids, references among all files, and the rules of those profiles of US Core and IPS that Chartlift claims.
It does not check whether codes are in their value sets, nor profiles of other guides, and it does not read FHIR in XML:
HL7's validator does, which --java-validator asks about .json and .xml files. No terminology server is called, as codes are patient data.
Records are held against their schema.`;
  static override readonly args = {
    path: Args.string({ required: true, description: 'a file, or the folder of a run' }),
  };
  static override readonly flags = {
    'java-validator': Flags.string({
      helpValue: 'PATH',
      summary:
        "ask HL7's validator too: its validator_cli.jar, or a folder of its jars; Java must be installed",
    }),
    profile: Flags.option({
      options: guides,
      default: 'us-core',
      summary: "the guide that HL7's validator loads",
    })(),
  };
  static override readonly examples = [
    '<%= config.bin %> validate run-1',
    '<%= config.bin %> validate run-1/bundles --java-validator ~/validator_cli.jar',
  ];

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Validate);
    const { validate, validationText } = await import('../cli/validate-run.ts');
    const { path } = args;
    const validated = await validate({ path, javaValidator: flags['java-validator'], guide: flags.profile });
    process.exitCode = validated.errors > 0 ? 1 : 0;
    const shown = flags.json ? JSON.stringify(validated, null, 2) : validationText(validated);
    process.stdout.write(`${shown}\n`);
  }
}
