import { join } from 'node:path';
import { Flags } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.ts';
import { clearDemo } from '../cli/demo-folder.ts';
import { runOptions } from '../cli/flags.ts';

/** `chartlift demo` */
export default class Demo extends BaseCommand {
  static override readonly summary =
    'Convert the made-up charts that come with Chartlift, to see what a run gives.';
  static override readonly flags = {
    out: Flags.string({
      default: 'demo-out',
      helpValue: 'DIR',
      summary: 'the run folder; an earlier demo there is replaced',
    }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Demo);
    clearDemo(flags.out);
    const options = runOptions(
      [join(this.config.root, 'fixtures', 'ccda')],
      demoFlags(flags.out),
      this.config.version,
    );
    const summary = await this.migrate(options, { progress: flags.json ? 'none' : 'auto' });
    await this.conclude(summary, { json: flags.json });
  }
}

const demoFlags = (out: string) => ({
  out,
  to: ['bundle', 'ndjson', 'record'] as const,
  bundle: 'transaction' as const,
  'max-entries': 500,
  'no-crosswalk': false,
  source: 'file' as const,
  'fhir-format': 'json' as const,
});
