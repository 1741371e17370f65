import { BaseCommand } from '../../cli/base-command.ts';

/** `chartlift map list` */
export default class MapList extends BaseCommand {
  static override readonly summary = 'List the mappings that come with the program.';

  async run(): Promise<void> {
    const { flags } = await this.parse(MapList);
    const { listMappings } = await import('../../cli/map-list.ts');
    listMappings(flags.json);
  }
}
