import type { Section } from '../model.ts';

/** Spot checks: what people look at themselves. */
export const spotChecksSection = (): Section => ({
  id: 'spot-checks',
  title: 'Spot checks by people',
  lead: 'Numbers find what is lost; people find what is wrong. Sheets with source and new record side by side are printed by:',
  standing: 'none',
  parts: [
    { part: 'text', tone: 'code', text: 'chartlift spot-check RUN --sample 20 --seed 1' },
    {
      part: 'text',
      tone: 'plain',
      text: 'Three samples are drawn: charts that you name, charts by chance (the seed draws the same again), and charts where most can go wrong: the largest, and those with the most issues.',
    },
  ],
});
