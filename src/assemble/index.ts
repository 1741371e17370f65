export { type Assembled, assemble } from './assemble.ts';
export { mergePeople, type PeopleView } from './people.ts';
