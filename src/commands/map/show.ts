import { Args } from '@oclif/core';
import { BaseCommand } from '../../cli/base-command.ts';

/** `chartlift map show PRESET|FILE` */
export default class MapShow extends BaseCommand {
  static override readonly summary = 'Show what a mapping makes of which table.';
  static override readonly args = {
    mapping: Args.string({ required: true, description: 'a mapping that comes with the program, or a file' }),
  };
  static override readonly examples = ['<%= config.bin %> map show synthea'];

  async run(): Promise<void> {
    const { args, flags } = await this.parse(MapShow);
    const { showMapping } = await import('../../cli/map-show.ts');
    showMapping(args.mapping, flags.json);
  }
}
