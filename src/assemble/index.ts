export { type Assembled, assemble } from './assemble.ts';
export { stampOf } from './order.ts';
export type { PeopleView } from './people.ts';
