import type { Facts } from './facts.ts';
import { type Check, type Figure, type Report, reportFormat, type Section } from './model.ts';
import { balancesOf, unbalancedTables } from './sections/balance.ts';
import { conflictsIn } from './sections/identity.ts';
import { sectionsOf } from './sections/index.ts';
import { signOffSection } from './sections/sign-off.ts';
import { counted, number } from './words.ts';

/** Makes the report of what was found; the same facts give the same report. */
export function reportOf(facts: Facts, checks: readonly Check[] = []): Report {
  const sections = [...sectionsOf.flatMap((sectionOf) => sectionOf(facts) ?? []), signOffSection(checks)];
  return {
    format: reportFormat,
    title: 'Reconciliation report',
    program: `Chartlift ${facts.manifest.program.version}`,
    asOf: facts.manifest.asOf,
    verdict: verdictOf(facts, sections, checks),
    figures: figuresOf(facts),
    checks,
    sections,
  };
}

/** What nothing accounts for, over all units and tables. */
export const remainderOf = (facts: Facts): number =>
  balancesOf(facts).reduce((sum, { remainder }) => sum + Math.abs(remainder), 0) +
  unbalancedTables(facts).length;

const setAside = (facts: Facts) =>
  balancesOf(facts).flatMap(({ one, counts }) => {
    const quarantined = counts.at(-1) ?? 0;
    return quarantined > 0 ? [counted(quarantined, one, one === 'entry' ? 'entries' : `${one}s`)] : [];
  });

function verdictOf(facts: Facts, sections: readonly Section[], checks: readonly Check[]): Report['verdict'] {
  const remainder = remainderOf(facts);
  const failed = checks.filter(({ passed }) => !passed);
  if (remainder > 0) {
    return {
      standing: 'bad',
      headline: `${counted(remainder, 'unit')} not accounted for`,
      words: [
        'The ledger does not balance: do not sign this run, and do not load it.',
        ...wordsOf(facts, failed),
      ],
    };
  }
  const isBad = failed.length > 0 || sections.some(({ standing }) => standing === 'bad');
  const aside = setAside(facts);
  const total = balancesOf(facts).reduce((sum, { read }) => sum + read, 0);
  return {
    standing: isBad ? 'bad' : aside.length > 0 || conflictsIn(facts) > 0 ? 'look' : 'good',
    headline: aside.length > 0 ? 'Nothing is lost unnoticed: remainder 0' : 'Nothing is lost: remainder 0',
    words: [`All of ${counted(total, 'unit')} that were read are accounted for.`, ...wordsOf(facts, failed)],
  };
}

function wordsOf(facts: Facts, failed: readonly Check[]): string[] {
  const aside = setAside(facts);
  const conflicts = conflictsIn(facts);
  return [
    ...(aside.length > 0 ? [`Set aside, to be mended or signed off: ${aside.join(', ')}.`] : []),
    ...(conflicts > 0
      ? [
          `${counted(conflicts, 'identifier')} ${conflicts === 1 ? 'is' : 'are'} shared by charts of different people.`,
        ]
      : []),
    ...(failed.length > 0
      ? [`${counted(failed.length, 'threshold')} not met: ${failed.map(({ words }) => words).join('; ')}.`]
      : []),
  ];
}

function figuresOf({ manifest, tally, ...facts }: Facts): Figure[] {
  const remainder = remainderOf({ manifest, tally, ...facts });
  const { ledger } = manifest;
  const rows = ledger['row']?.['read'] ?? 0;
  const resources = Object.values(tally.resources.keys).reduce((sum, one) => sum + one, 0);
  return [
    { label: 'charts', value: tally.charts.keys['chart'] ?? 0 },
    { label: 'documents read', value: ledger['document']?.['read'] ?? 0 },
    ...(rows > 0
      ? [{ label: 'rows read', value: rows, note: `of ${number(ledger['column']?.['read'] ?? 0)} columns` }]
      : []),
    { label: 'resources written', value: resources },
    { label: 'remainder', value: remainder },
  ];
}
