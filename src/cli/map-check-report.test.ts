import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkMapping, openMapping } from '../migration/index.ts';
import { mapCheckText } from './map-check-report.ts';

const root = join(import.meta.dirname, '..', '..');
const quiet = { begin() {}, advance() {}, end() {} };

it('names as the next step the mapping as it was asked for, a file by its path', async () => {
  const folder = join(root, 'fixtures', 'csv', 'generic');
  const file = join(root, 'mappings', 'generic', 'mapping.yaml');
  const check = await checkMapping(openMapping(file).mapping, folder, quiet);
  expect(mapCheckText(folder, file, check)).toContain(
    `convert ${folder} --mapping ${file} --out run --dry-run`,
  );
});
