import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
/** The judges and the corpus lie beside the project. */
export const shared = join(root, '..', 'shared');
