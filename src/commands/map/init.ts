import { Args, Flags } from '@oclif/core';
import { BaseCommand } from '../../cli/base-command.ts';

/** `chartlift map init DIR [--out FILE]` */
export default class MapInit extends BaseCommand {
  static override readonly summary =
    'Write a first mapping for an export, guessed from its headers and values, each guess with its confidence.';
  static override readonly args = {
    folder: Args.string({ required: true, description: 'the folder of an export' }),
  };
  static override readonly flags = {
    out: Flags.string({ helpValue: 'FILE', summary: 'a new file; the terminal when left out' }),
  };
  static override readonly examples = ['<%= config.bin %> map init export/ --out mapping.yaml'];

  async run(): Promise<void> {
    const { args, flags } = await this.parse(MapInit);
    const { initMapping } = await import('../../cli/map-init.ts');
    await initMapping(args.folder, { out: flags.out, json: flags.json });
  }
}
