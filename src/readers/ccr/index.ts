import type { Detected } from '../reader.ts';
import { detectKind } from '../xml/kind.ts';

export { readCcr, scanCcr } from './read.ts';

/** Whether bytes are a Continuity of Care Record (ASTM E2369). */
export const detectCcr = (bytes: Uint8Array): Detected =>
  detectKind(bytes) === 'ccr' ? { yes: true } : { kind: undefined };
