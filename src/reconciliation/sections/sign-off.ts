import type { Check, Section } from '../model.ts';
import { counted } from '../words.ts';

/** The sign-off: what is put to the people who answer for the run. */
export function signOffSection(checks: readonly Check[]): Section {
  const failed = checks.filter(({ passed }) => !passed).length;
  return {
    id: 'sign-off',
    title: 'Sign-off',
    lead:
      checks.length === 0
        ? 'No thresholds were set before the run: --thresholds FILE sets them.'
        : failed === 0
          ? `All ${counted(checks.length, 'threshold')} are met.`
          : `${counted(failed, 'threshold')} of ${checks.length} ${failed === 1 ? 'is' : 'are'} not met.`,
    standing: checks.length === 0 ? 'none' : failed === 0 ? 'good' : 'bad',
    parts: [
      {
        part: 'signatures',
        roles: ['Technical', 'Health information management', 'Clinical', 'Security and privacy'],
      },
    ],
  };
}
