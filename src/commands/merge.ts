import { Args, Flags } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.ts';
import { readKey } from '../cli/flags.ts';
import { progressForm, runFlags } from '../cli/run-flags.ts';

/** `chartlift merge RUN` */
export default class Merge extends BaseCommand {
  static override readonly summary = 'Put the shares of a run together (convert --shard).';
  static override readonly args = {
    run: Args.string({ required: true, description: 'the run folder that all shares were given' }),
  };
  static override readonly flags = {
    'id-key': Flags.custom<Uint8Array>({
      helpValue: 'FILE',
      parse: readKey,
      summary: 'the key of the run, where it had one',
    })(),
    progress: runFlags.progress,
  };
  static override readonly examples = ['<%= config.bin %> merge run-1'];

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Merge);
    const { keptOptions } = await import('../migration/index.ts');
    const options = keptOptions(args.run, flags['id-key']);
    const ways = { mergeOnly: true, jobs: 1, isTimed: true };
    const summary = await this.migrate(options, { ways, progress: progressForm(flags) });
    await this.conclude(summary, { json: flags.json });
  }
}
