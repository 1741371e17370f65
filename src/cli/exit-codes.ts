/** Every exit code of the program, in its words; the README holds the same table. */
export const exitCodes = {
  done: { code: 0, meaning: 'done' },
  losses: { code: 1, meaning: 'done with losses: something could not be read and was set aside' },
  usage: { code: 2, meaning: 'bad usage: nothing was converted' },
  warnings: { code: 3, meaning: 'done, with warnings, under --fail-on warning' },
  'nothing-readable': { code: 4, meaning: 'nothing readable in the input' },
  unbalanced: { code: 5, meaning: 'the ledger does not balance: a defect of Chartlift' },
  quarantine: { code: 6, meaning: 'stopped early: more was set aside than --max-quarantine allows' },
  'not-found': { code: 7, meaning: 'find: no chart of the run is that of the patient asked for' },
  thresholds: { code: 8, meaning: 'done, and a threshold that was set is not met' },
  internal: { code: 70, meaning: 'internal error: a defect of Chartlift' },
  output: { code: 74, meaning: 'the run folder, or what was to be printed, could not be written to the end' },
  interrupted: { code: 130, meaning: 'stopped by Ctrl-C or SIGTERM: the same command goes on' },
} as const satisfies Record<string, { code: number; meaning: string }>;

export type ExitName = keyof typeof exitCodes;
