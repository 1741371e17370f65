export { type Counts, keyOf, partsOf } from './counts.ts';
export type { TalliedGroup } from './group.ts';
export { type PatientLine, patientLine } from './patient-line.ts';
export { countIdentity, numberOf } from './resources.ts';
export { openTally, type Tally, type TallyBook } from './tally.ts';
export { tallyGroup } from './tally-group.ts';
