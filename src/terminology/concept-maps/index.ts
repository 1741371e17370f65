import { nullFlavor } from '../null-flavor.ts';
import * as allergy from './allergy.ts';
import * as patient from './patient.ts';
import * as problem from './problem.ts';
import * as status from './status.ts';

/** Every concept map of the guide, by the name of its export. */
export const guideMaps = { ...patient, ...allergy, ...problem, ...status, nullFlavor };

export { problemVerification } from './additions.ts';
export { allergyStatus, criticality } from './allergy.ts';
export * from './choose.ts';
export { orderPriorityOf, orderStatusOf } from './order.ts';
export { administrativeGender } from './patient.ts';
export { concernStatus } from './problem.ts';
