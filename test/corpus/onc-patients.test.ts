import { describe, expect, it } from 'vitest';
import type { XmlElement } from '../../src/readers/xml/element.ts';
import { bates } from './onc/bates.ts';
import { besides } from './onc/besides.ts';
import { type Comparison, compare } from './onc/compare.ts';
import { present, vendorDocuments } from './onc/documents.ts';
import { type Listed, missesIn } from './onc/listed.ts';
import { batesMisses } from './onc/misses-bates.ts';
import { newmanMisses } from './onc/misses-newman.ts';
import { newman } from './onc/newman.ts';
import { reasonOf } from './onc/reasons.ts';

if (!present) console.warn('ONC patients: skipped, ../shared/corpus is absent');

const documents = present ? vendorDocuments() : [];
const listed: Readonly<Record<string, Listed>> = { ...newmanMisses, ...batesMisses };

describe('the listing', () => {
  it('names items of the sheets only', () => {
    const known = [...newman.items, ...bates.items].map(({ name }) => name);
    for (const misses of Object.values(listed)) {
      for (const miss of missesIn(misses)) {
        const what = miss.replace(/^\w+ /, '');
        expect(
          known.some((name) => what === name || what.startsWith(`${name}: `)),
          what,
        ).toBe(true);
      }
    }
  });

  it.skipIf(!present)('names every rendering of the two patients', () => {
    expect(documents.map(({ name }) => name)).toEqual(Object.keys(listed).sort());
  });
});

describe.each(documents)('$name', (document) => {
  let compared: Comparison | undefined;
  const comparison = () => {
    compared ??= compare(document);
    return compared;
  };

  it('lacks what is listed of its sheet, and nothing else', () => {
    const missed = comparison().misses.map(({ where, what }) => `${where} ${what}`);
    expect(missed.sort()).toEqual(missesIn(listed[document.name] ?? {}).sort());
  });

  it('lacks nothing that it states in an entry without a reason', () => {
    const coded = comparison().misses.filter(({ where }) => where === 'coded');
    expect(coded.filter(({ what }) => reasonOf(document.name, what) === undefined)).toEqual([]);
  });

  it('lacks no words of its narrative', () => {
    const lost = comparison().misses.filter(
      ({ what, where }) => what.startsWith('narrative') && where === 'narrative',
    );
    expect(lost).toEqual([]);
  });

  it('has nothing active or given beside the sheet but what it states so itself', () => {
    const { active, source } = comparison();
    const beside = besides[document.name] ?? [];
    expect(active).toEqual(beside.map(({ what }) => what).sort());
    for (const { what, line } of beside) {
      const code = what.split(' ')[1] ?? '';
      const stated = source.elements.filter((element) => element.line === line);
      const says = (element: (typeof stated)[number]) =>
        code === 'without' ? isNameless(element) : names(element, code);
      expect(stated.some(says), `${what} in line ${line}`).toBe(true);
      expect(stated.some(isNegated), `${what} in line ${line} negated`).toBe(false);
    }
  });
});

/** Whether a value has no code, or a concern is named by its words alone. */
const isNameless = ({ attributes, parent }: XmlElement): boolean =>
  attributes.nullFlavor !== undefined || (parent?.name === 'act' && attributes.code === '75310-3');

/** Whether an element has the code, as more than the kind of an observation. */
const names = ({ name, attributes, parent }: XmlElement, code: string): boolean =>
  attributes.code === code && !(name === 'code' && parent?.name === 'observation');

const isNegated = ({ attributes, parent }: XmlElement): boolean =>
  attributes.negationInd === 'true' || (parent !== undefined && isNegated(parent));
