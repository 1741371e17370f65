import { Args, Flags } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.ts';

/** `chartlift profile DIR` */
export default class Profile extends BaseCommand {
  static override readonly summary =
    'Say what is in a folder of tables: rows, columns, keys, links, dates, codes. Rare values are never shown.';
  static override readonly args = {
    folder: Args.string({ required: true, description: 'the folder of an export' }),
  };
  static override readonly flags = {
    table: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'NAME',
      summary: 'show only this table; may be given several times',
    }),
  };
  static override readonly examples = [
    '<%= config.bin %> profile export/',
    '<%= config.bin %> profile export/ --table patients',
  ];

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Profile);
    const { showProfile } = await import('../cli/profile-show.ts');
    await showProfile(args.folder, { tables: flags.table ?? [], json: flags.json });
  }
}
