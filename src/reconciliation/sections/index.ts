import type { Facts } from '../facts.ts';
import type { Section } from '../model.ts';
import { balanceSection } from './balance.ts';
import { identitySection } from './identity.ts';
import { recordsSection } from './records.ts';

/** The items of the report, in their order. */
export const sectionsOf: readonly ((facts: Facts) => Section)[] = [
  balanceSection,
  recordsSection,
  identitySection,
];
