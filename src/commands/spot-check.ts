import { Args, Flags } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.ts';
import { convertFlags } from '../cli/flags.ts';

/** `chartlift spot-check RUN --sample 20 --seed S` */
export default class SpotCheck extends BaseCommand {
  static override readonly summary =
    'Print sheets for people who look: source left, new record right, room for a finding. They are patient data.';
  static override readonly args = {
    run: Args.string({ required: true, description: 'the run folder of a convert' }),
  };
  static override readonly flags = {
    sample: Flags.integer({
      min: 1,
      default: 20,
      helpValue: 'N',
      summary: 'so many charts by chance, and as many by risk: the largest, those with most issues',
    }),
    seed: Flags.string({ default: '1', helpValue: 'S', summary: 'draws the same charts again' }),
    patient: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'ID|NUMBER|NAME',
      summary: 'a chart that is looked at in any case; may be given several times',
    }),
    input: Flags.string({ helpValue: 'DIR', summary: 'the folder of the tables, to show their rows' }),
    'id-key': convertFlags['id-key'],
  };
  static override readonly examples = ['<%= config.bin %> spot-check run-1 --sample 20 --seed may'];

  async run(): Promise<void> {
    const { args, flags } = await this.parse(SpotCheck);
    const { showSpotChecks } = await import('../cli/spot-check-show.ts');
    const { sample: count, seed, input, json, patient: named = [], 'id-key': idKey } = flags;
    await showSpotChecks(args.run, { count, seed, input, named, idKey }, json);
  }
}
