import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inferMapping, loadMapping, type TableEvidence } from '../../src/mapping/index.ts';
import { type Vocabulary, vocabulary } from '../../src/mapping/infer/vocabulary.ts';
import { checkMapping, profileExport } from '../../src/migration/index.ts';
import { openMapping, presetNames } from '../../src/migration/tables/mapping-file.ts';
import { type Assignments, assignmentsOf, byFile, isTheSame, meansTheSame } from './assignments.ts';
import { corpus, hasCorpus, skipped } from './corpus.ts';
import { publicNames } from './public-names.ts';

const kinds = ['patient', 'encounter', 'problem', 'medication', 'observation'];
const exports = {
  synthea: 'synthea-triples/open/csv',
  'smart-flat': 'smart-on-fhir+sample-patients/data',
  'epic-ehi': 'jmandel+my-health-data-ehi-wip/tsv',
} as const;
const quiet = { begin() {}, advance() {}, end() {} };

const profiles = new Map<string, readonly TableEvidence[]>();
async function profileOf(name: keyof typeof exports): Promise<readonly TableEvidence[]> {
  const tables = profiles.get(name) ?? (await profileExport(join(corpus, exports[name]), quiet)).tables;
  profiles.set(name, tables);
  return tables;
}

const tokensOf = (names: readonly string[]): string[] =>
  names.flatMap((name) => [
    name.toLowerCase(),
    ...name
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z]+/),
  ]);
const namesIn = (tables: readonly TableEvidence[]): string[] =>
  tables.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)]);
/** Plural and singular are one word; long words are found in names written in one. */
const speaksOf = (tokens: readonly string[], word: string): boolean => {
  const one = word.replace(/s$/, '');
  return tokens.some((token) => token.replace(/s$/, '') === one || (one.length > 3 && token.includes(one)));
};

/** What is known without an export: words that only it has are taken away. */
async function knownWithout(name: keyof typeof exports): Promise<Vocabulary> {
  const own = tokensOf(namesIn(await profileOf(name)));
  const others = Object.keys(exports).filter((other) => other !== name) as (keyof typeof exports)[];
  const elsewhere = tokensOf([
    ...(await Promise.all(others.map(profileOf))).flatMap(namesIn),
    ...Object.values(publicNames).flatMap((names) => names.split(/\s+/)),
  ]);
  return new Map([...vocabulary].filter(([word]) => !speaksOf(own, word) || speaksOf(elsewhere, word)));
}

/** Assignments of columns that hold something. */
const filledOnly = (assignments: Assignments, tables: readonly TableEvidence[]): Assignments => {
  const filled = new Set(
    tables.flatMap(({ file, columns }) =>
      columns.filter((column) => column.filled > 0).map((column) => `${file} ${column.name}`.toLowerCase()),
    ),
  );
  return new Map([...assignments].filter(([key]) => filled.has(key)));
};

/** The mapping that is written for an export, loaded. */
async function inferred(name: keyof typeof exports) {
  const { text } = inferMapping(await profileOf(name), {
    id: 'inferred',
    vocabulary: await knownWithout(name),
  });
  const loaded = loadMapping(text, { file: 'inferred.yaml', read: () => undefined, base: () => undefined });
  if ('faults' in loaded) throw new Error(JSON.stringify(loaded.faults, null, 1));
  return loaded.mapping;
}

async function compare(name: keyof typeof exports) {
  const tables = await profileOf(name);
  const mapping = await inferred(name);
  const preset = openMapping(name).mapping;
  const wanted = filledOnly(byFile(preset, assignmentsOf(preset, kinds)), tables);
  const guessed = byFile(mapping, assignmentsOf(mapping, kinds));
  const missedBy = (same: typeof isTheSame) =>
    [...wanted].filter(([key, paths]) => !same(paths, guessed.get(key) ?? new Set()));
  const missed = missedBy(isTheSame).map(([key, paths]) => `${key}: ${[...paths].join(', ')}`);
  return { wanted: wanted.size, missed, leniently: missedBy(meansTheSame).length };
}

describe.runIf(hasCorpus)(`map init${skipped}`, () => {
  it('is tested on exports that are there', () => {
    for (const folder of Object.values(exports)) {
      expect(globSync('*', { cwd: join(corpus, folder) }).length).toBeGreaterThan(10);
    }
  });

  it.each(Object.keys(exports) as (keyof typeof exports)[])(
    'writes a mapping of %s that passes its check',
    async (name) => {
      const { tables, findings } = await checkMapping(
        await inferred(name),
        join(corpus, exports[name]),
        quiet,
      );
      expect(tables.flatMap(({ missing }) => missing)).toEqual([]);
      expect(findings.filter(({ code }) => code === 'incomplete')).toEqual([]);
    },
  );

  const presets = presetNames();
  for (const name of Object.keys(exports) as (keyof typeof exports)[]) {
    it.runIf(presets.includes(name))(
      `finds four of five column assignments of ${name} by general words`,
      async () => {
        const { wanted, missed, leniently } = await compare(name);
        const share = (count: number) => `${wanted - count}/${wanted}`;
        console.log(
          `map init of ${name}: ${share(missed.length)} columns go to the very field, ${share(leniently)} where a concept may be its code or its words`,
        );
        expect(wanted).toBeGreaterThan(30);
        expect(1 - missed.length / wanted, missed.join('\n')).toBeGreaterThanOrEqual(0.8);
      },
    );
  }
});
