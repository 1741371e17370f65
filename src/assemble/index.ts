export { type Assembled, assemble } from './assemble.ts';
export { stampOf } from './order.ts';
export { mergePeople, type PeopleView } from './people.ts';
