import { Args } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.ts';
import { convertFlags, runOptions } from '../cli/flags.ts';
import { printFlags } from '../cli/print-flags.ts';

const { out, from, 'as-of': asOf, timezone, 'code-systems': codeSystems, 'id-key': idKey } = convertFlags;

/** `chartlift print INPUT... --out DIR` */
export default class Print extends BaseCommand {
  static override readonly summary = 'Print charts: one PDF a patient, from C-CDA documents or records.';
  static override readonly args = {
    input: Args.string({
      required: true,
      multiple: true,
      description: 'files, folders or patterns in quotes',
    }),
  };
  static override readonly flags = {
    out,
    from,
    'as-of': asOf,
    timezone,
    'code-systems': codeSystems,
    'id-key': idKey,
    ...printFlags,
  };
  static override readonly examples = [
    '<%= config.bin %> print run-1/records --out paper',
    '<%= config.bin %> print export/ --out letters --since 2025-01-01 --sections results,notes',
  ];

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Print);
    const given = { ...flags, ...fixed };
    const summary = await this.migrate(runOptions(args.input, given, this.config.version), {
      progress: flags.json ? 'none' : 'auto',
    });
    await this.conclude(summary, { json: flags.json });
  }
}

const fixed = {
  to: ['pdf'] as const,
  bundle: 'transaction' as const,
  'max-entries': 500,
  'no-crosswalk': true,
  source: 'file' as const,
  'fhir-format': 'json' as const,
};
