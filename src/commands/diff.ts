import { Args } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.ts';

/** `chartlift diff RUN_A RUN_B` */
export default class Diff extends BaseCommand {
  static override readonly summary =
    'Compare two runs: which resources came, changed and vanished, and whether data or rules are the reason.';
  static override readonly args = {
    before: Args.string({ required: true, description: 'the run folder of the earlier run' }),
    after: Args.string({ required: true, description: 'the run folder of the later run' }),
  };
  static override readonly examples = ['<%= config.bin %> diff run-1 run-2'];

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Diff);
    const { showDifference } = await import('../cli/diff-show.ts');
    showDifference(args.before, args.after, flags.json);
  }
}
