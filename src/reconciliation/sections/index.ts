import type { Facts } from '../facts.ts';
import type { Section } from '../model.ts';
import { balanceSection } from './balance.ts';
import { codesSection } from './codes.ts';
import { columnsSection } from './columns.ts';
import { completenessSection } from './completeness.ts';
import { conformanceSection } from './conformance.ts';
import { datesSection } from './dates.ts';
import { documentsSection } from './documents.ts';
import { identitySection } from './identity.ts';
import { previousSection } from './previous.ts';
import { quarantineSection } from './quarantine.ts';
import { recordsSection } from './records.ts';
import { runSection } from './run.ts';
import { spotChecksSection } from './spot-checks.ts';
import { statusesSection } from './statuses.ts';
import { valuesSection } from './values.ts';

/** The items of the report, in their order; one that the input gives nothing for is left out. */
export const sectionsOf: readonly ((facts: Facts) => Section | undefined)[] = [
  balanceSection,
  quarantineSection,
  identitySection,
  recordsSection,
  columnsSection,
  completenessSection,
  statusesSection,
  codesSection,
  valuesSection,
  datesSection,
  documentsSection,
  conformanceSection,
  runSection,
  ({ difference }) => previousSection(difference),
  spotChecksSection,
];
