import { hash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { detect, type InputFile } from '../../src/readers/index.ts';

const root = join(import.meta.dirname, '..', '..');
const corpus = join(root, '..', 'shared', 'corpus');

/** The documents to measure on: the corpus where it is at hand, else the fixtures. */
export function benchDocuments(): { title: string; files: InputFile[] } {
  const [title, folder] = existsSync(corpus)
    ? (['the corpus', corpus] as const)
    : (['the fixtures (the corpus is not at hand)', join(root, 'fixtures', 'ccda')] as const);
  const files = globSync('**/*', { cwd: folder })
    .toSorted()
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => inputFile(name, readFileSync(join(folder, name))))
    .filter((file) => {
      const detected = detect(file.bytes);
      return 'format' in detected && detected.format === 'ccda';
    });
  return { title, files };
}

const inputFile = (name: string, bytes: Uint8Array): InputFile => ({
  name,
  bytes,
  sha256: hash('sha256', bytes, 'hex'),
  sha1: hash('sha1', bytes, 'base64'),
});
