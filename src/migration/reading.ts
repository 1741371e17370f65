import type { ReadOptions } from '../readers/index.ts';
import { idMaker } from '../record/index.ts';
import type { RunOptions } from './options.ts';
import { offsetsOf } from './zone.ts';

/** What the readers of a run are told. */
export const readingOf = ({ idKey, timezone, codeSystems }: RunOptions): ReadOptions => ({
  make: idMaker(idKey),
  offsetAt: timezone ? offsetsOf(timezone) : undefined,
  codeSystems,
});
