import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { detect, type InputFile } from '../../src/readers/index.ts';
import { inputOf } from '../conversion.ts';

/** Real documents beside the project, where they are at hand. */
export const corpus = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus');

export const hasCorpus = existsSync(corpus);

/** What a title says where the tests under it cannot run. */
export const skipped = hasCorpus ? '' : ' (skipped: ../shared/corpus is not at hand)';

/** All clinical documents of the corpus, in the order of their names. */
export function corpusDocuments(): InputFile[] {
  return globSync('**/*', { cwd: corpus })
    .toSorted()
    .filter((name) => statSync(join(corpus, name)).isFile())
    .map((name) => inputOf(readFileSync(join(corpus, name)), name))
    .filter(({ bytes }) => {
      const detected = detect(bytes);
      return 'format' in detected && detected.format === 'ccda';
    });
}
