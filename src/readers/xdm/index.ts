export { type DocumentEntry, readIndex } from './entry.ts';
export { scanEntry } from './patient.ts';
export { readEntry } from './read.ts';
