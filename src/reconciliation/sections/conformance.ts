import { catalogue } from '../../issue/index.ts';
import type { Facts } from '../facts.ts';
import { code, count, type Section, share, text } from '../model.ts';
import { partsOf } from '../tally/index.ts';
import { counted } from '../words.ts';

const order = ['fatal', 'error', 'warning', 'information'];

/** Conformance: the profiles that resources claim, and everything that the run noticed. */
export function conformanceSection({ manifest, tally }: Facts): Section {
  const { issues } = manifest;
  const bad = issues.filter(({ severity }) => severity === 'error' || severity === 'fatal');
  const errors = bad.reduce((sum, one) => sum + one.count, 0);
  const all = issues.reduce((sum, one) => sum + one.count, 0);
  return {
    id: 'conformance',
    title: 'Profiles and issues',
    lead: `${counted(all, 'issue')}, ${counted(errors, 'error')} among them. chartlift validate holds the resources against the profiles that they claim.`,
    standing: errors === 0 ? 'good' : 'look',
    parts: [
      {
        part: 'table',
        title: 'Issues by code',
        note: 'issues.ndjson has each with its file and line.',
        columns: [text('Code'), text('Severity'), count('Times'), text('What helps')],
        rows: issues
          .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.count - a.count)
          .map((one) => [one.code, one.severity, one.count, hintOf(one.code)]),
      },
      {
        part: 'table',
        title: 'Profiles that resources claim',
        columns: [text('Type'), code('Profile'), count('Resources'), share('Part')],
        rows: Object.entries(tally.profiles.keys).map(([key, times]) => {
          const [type = '', profile = ''] = partsOf(key);
          return [
            type,
            profile.replace(/^.*\//, ''),
            times,
            { part: times, whole: tally.resources.keys[type] ?? 0 },
          ];
        }),
      },
    ],
  };
}

function hintOf(name: string): string {
  const entry = (catalogue as Readonly<Record<string, { readonly hint?: string }>>)[name];
  return entry?.hint ?? '';
}
