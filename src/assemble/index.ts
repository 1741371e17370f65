export { type Assembled, assemble, type Origin } from './assemble.ts';
export { stampOf } from './order.ts';
export { mergePeople, type PeopleView } from './people.ts';
