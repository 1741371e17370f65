import { Args } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.ts';
import { convertFlags, refuseIdle, runOptions } from '../cli/flags.ts';
import { progressForm, runWays } from '../cli/run-flags.ts';

/** `chartlift convert INPUT... --out DIR` */
export default class Convert extends BaseCommand {
  static override readonly summary =
    'Convert charts: read C-CDA documents and tables, write FHIR R4 and an account of all of it.';
  static override readonly args = {
    input: Args.string({
      required: true,
      multiple: true,
      description: 'files, folders or patterns in quotes',
    }),
  };
  static override readonly flags = convertFlags;
  static override readonly examples = [
    '<%= config.bin %> convert export/ --out run-1',
    '<%= config.bin %> convert "export/**/*.xml" --to ndjson --out run-2 --timezone America/Chicago',
  ];

  async run(): Promise<void> {
    const { args, flags, metadata } = await this.parse(Convert);
    const given = Object.keys(flags).filter((name) => !metadata.flags[name]?.setFromDefault);
    refuseIdle(flags.to, new Set(given));
    const options = runOptions(args.input, flags, this.config.version);
    const progress = progressForm(flags);
    const summary = await this.work(options, { ways: runWays(flags), progress });
    if ('share' in summary) return this.tellPart(summary, flags.plan, flags.json);
    await this.conclude(summary, { json: flags.json, failOn: flags['fail-on'] });
  }
}
