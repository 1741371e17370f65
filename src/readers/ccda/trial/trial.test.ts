import { describe, expect, it } from 'vitest';
import { clinicalDocument } from '../../../../test/clinical-document.ts';
import { inputOf, make } from '../../../../test/conversion.ts';
import type { Trial } from '../../reader.ts';
import { openTrialOfCcda } from './index.ts';

const xml = clinicalDocument({
  sections: [
    `<section><title>One</title><text><paragraph ID="p1">Words of it</paragraph></text>
<entry><act classCode="ACT" moodCode="EVN"
  negationInd="true"><text><reference value="#p1"/></text></act></entry></section>`,
    '<section><title>Two</title><text>More</text></section>',
  ],
});

function open(): Trial {
  const trial = openTrialOfCcda(inputOf(xml), { make });
  if (!('contribution' in trial)) throw new Error('not read');
  return trial;
}

const [act] = (() => {
  const trial = open();
  return trial.onLine(xml.split('\n').findIndex((line) => line.startsWith('<entry>')) + 1).slice(1);
})();

const titles = (trial: Trial, read = trial.contribution as Trial['contribution'] | undefined) =>
  read?.statements.document?.[0]?.sections?.map(({ title }) => title);

describe('trial', () => {
  it('finds literals with their lines, and the narrative that is named', () => {
    const trial = open();
    const [, own] = trial.onLine(xml.split('\n').findIndex((line) => line.startsWith('<entry>')) + 1);
    if (!own || !act) throw new Error('no act');
    const found = trial.literals(own).map(({ name, text, line }) => [name, text, line - own.line]);
    expect(found).toEqual([
      ['@classCode', 'ACT', 0],
      ['@moodCode', 'EVN', 0],
      ['@negationInd', 'true', 1],
      ['@value', '#p1', 1],
      ['text()', 'Words of it', -1],
    ]);
  });

  it('reads with a change, and leaves the document as it was', () => {
    const trial = open();
    const [root] = trial.onLine(2);
    const literal = trial.literals(root as never).find(({ text }) => text === 'One');
    if (!literal) throw new Error('no title');
    const changed = trial.reread([{ literal, to: 'Other' }], 'all');
    expect(titles(trial, changed)).toEqual(['Other', 'Two']);
    expect(titles(trial, trial.reread([], 'all'))).toEqual(['One', 'Two']);
  });

  it('reads without an element', () => {
    const trial = open();
    const [root] = trial.onLine(2);
    const title = trial
      .elementsIn(root as never)
      .find((one) => one.path().endsWith('component[2]/section/title'));
    if (!title) throw new Error('no title');
    expect(titles(trial, trial.reread([{ without: title }], 'all'))).toEqual(['One', undefined]);
  });

  it('reads less of the document where less is looked at', () => {
    const trial = open();
    const [root] = trial.onLine(2);
    const title = trial
      .elementsIn(root as never)
      .find((one) => one.path().endsWith('component[2]/section/title'));
    if (!title) throw new Error('no title');
    expect(titles(trial, trial.reread([], 'header'))).toBeUndefined();
    expect(titles(trial, trial.reread([], title))).toEqual(['Two']);
    expect(trial.reread([], 'sections')?.ledger.some(({ unit }) => unit === 'entry')).toBe(false);
    expect(titles(trial, trial.reread([], 'all'))).toEqual(['One', 'Two']);
  });
});
