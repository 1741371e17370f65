import { Args, Flags } from '@oclif/core';
import { BaseCommand } from '../../cli/base-command.ts';

/** `chartlift map check [DIR] --mapping PRESET|FILE` */
export default class MapCheck extends BaseCommand {
  static override readonly summary =
    'Check a mapping, and hold it against the columns and the first rows of an export.';
  static override readonly args = {
    folder: Args.string({ description: 'the folder of an export' }),
  };
  static override readonly flags = {
    mapping: Flags.string({
      required: true,
      helpValue: 'PRESET|FILE',
      summary: 'a mapping that comes with the program, or a file',
    }),
  };
  static override readonly examples = [
    '<%= config.bin %> map check --mapping mapping.yaml',
    '<%= config.bin %> map check export/ --mapping synthea',
  ];

  async run(): Promise<void> {
    const { args, flags } = await this.parse(MapCheck);
    const { showMapCheck } = await import('../../cli/map-check-show.ts');
    await showMapCheck(args.folder, { mapping: flags.mapping, json: flags.json });
  }
}
