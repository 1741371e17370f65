import { Args, Flags } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.ts';
import { UsageError } from '../cli/usage-error.ts';

/** `chartlift find RUN --mrn …|--name …|--birth-date …` */
export default class Find extends BaseCommand {
  static override readonly summary =
    'Find a chart of a run by number, name or birth date, and its files. What it prints is patient data.';
  static override readonly args = {
    run: Args.string({ required: true, description: 'the run folder of a convert' }),
  };
  static override readonly flags = {
    mrn: Flags.string({ helpValue: 'NUMBER', summary: 'any number of the patient, old or new' }),
    name: Flags.string({ helpValue: 'WORDS', summary: 'words of the name, or how they begin, in any order' }),
    'birth-date': Flags.string({ helpValue: 'DATE', summary: 'YYYY-MM-DD, or only its year or month' }),
    limit: Flags.integer({ min: 1, default: 20, helpValue: 'N', summary: 'tell at most so many charts' }),
  };
  static override readonly examples = [
    '<%= config.bin %> find run-1 --mrn 00017',
    '<%= config.bin %> find run-1 --name "quill tor" --birth-date 1948',
  ];

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Find);
    const { mrn, name, limit, json, 'birth-date': birthDate } = flags;
    if (![mrn, name, birthDate].some((text) => text?.trim())) {
      throw new UsageError('find needs something to look for', 'Give --mrn, --name or --birth-date.');
    }
    if (birthDate !== undefined && !/^\d{1,4}$|^\d{4}-(\d{1,2}|\d\d-\d{0,2})?$/.test(birthDate)) {
      throw new UsageError('--birth-date is written YYYY-MM-DD', 'Its year, or year and month, is enough.');
    }
    const { showFound } = await import('../cli/find-show.ts');
    showFound(args.run, { mrn, name, birthDate, limit }, json);
  }
}
