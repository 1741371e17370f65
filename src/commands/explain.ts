import { Args, Flags } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.ts';
import { readKey } from '../cli/flags.ts';
import { UsageError } from '../cli/usage-error.ts';

/** `chartlift explain RUN Type/id[.element]` and `chartlift explain RUN --source FILE --line N` */
export default class Explain extends BaseCommand {
  static override readonly summary =
    'Tell where a value comes from: file, line, path and literal. What it prints is patient data.';
  static override readonly args = {
    run: Args.string({ required: true, description: 'the run folder of a convert' }),
    element: Args.string({ description: 'Type/id, or Type/id.element' }),
  };
  static override readonly flags = {
    source: Flags.string({
      helpValue: 'FILE',
      dependsOn: ['line'],
      summary: 'a file of the input, the other way round',
    }),
    line: Flags.integer({ min: 1, helpValue: 'N', dependsOn: ['source'], summary: 'a line of it' }),
    html: Flags.string({ helpValue: 'OUT', summary: 'write a page with source and result side by side' }),
    'id-key': Flags.custom<Uint8Array>({
      helpValue: 'FILE',
      parse: readKey,
      summary: 'the key that the run was given',
    })(),
  };
  static override readonly examples = [
    '<%= config.bin %> explain run-1 Condition/0b9c….onsetDateTime',
    '<%= config.bin %> explain run-1 --source export/a.xml --line 120',
  ];

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Explain);
    const { run: folder, element } = args;
    const { source, line, html, json } = flags;
    const key = flags['id-key'];
    if ((element === undefined) === (source === undefined)) {
      throw new UsageError(
        'explain takes either an element or --source with --line',
        'See chartlift explain --help',
      );
    }
    const { showElement, showLine } = await import('../cli/explain-show.ts');
    if (element !== undefined) return showElement({ folder, text: element, key }, { json, html });
    return showLine({ folder, source: source ?? '', line: line ?? 1, key }, { json, html });
  }
}
