import { Args, Flags } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.ts';
import { convertFlags } from '../cli/flags.ts';

/** `chartlift reconcile RUN` */
export default class Reconcile extends BaseCommand {
  static override readonly summary =
    'Write the reconciliation report of a run: what was read, what became of it, and what has to be looked at.';
  static override readonly args = {
    run: Args.string({ required: true, description: 'the run folder of a convert' }),
  };
  static override readonly flags = {
    thresholds: convertFlags.thresholds,
    previous: Flags.string({
      helpValue: 'RUN',
      summary: 'an earlier run, to tell what is not as it was there',
    }),
  };
  static override readonly examples = [
    '<%= config.bin %> reconcile run-1',
    '<%= config.bin %> reconcile run-1 --thresholds limits.yaml',
  ];

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Reconcile);
    const { showReconciled } = await import('../cli/reconcile-show.ts');
    await showReconciled(args.run, flags);
  }
}
