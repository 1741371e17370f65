import type { LedgerLine, LedgerState } from '../../record/index.ts';

/** How many rows or columns of a file were read and what became of them. */
export type Tally = { read: number } & Partial<Record<LedgerState, number>>;

/** The account of the rows of each file for itself: sums over all could hide what one lacks behind what another has twice. */
export interface RowBook {
  read(file: string, line: number): void;
  /** Rows that are told of as one: those of a table that the mapping leaves out. */
  readInBulk(file: string, count: number): void;
  enter(lines: readonly LedgerLine[]): void;
  /** Rows of patients that this run does not convert: they are told of as one at the end. */
  passOver(file: string, line: number, rule: string): void;
  /** How many rows of each file were passed over, by rule. */
  passedOver(): readonly PassedRows[];
  /** Adds what another account counted. */
  add(sums: RowSums): void;
  sums(): RowSums;
  tallyOf(file: string): Tally;
  /** How many rows all files have. */
  total(): number;
  /** The files of which some row has no line, or two. */
  unbalanced(): string[];
}

/** Rows of a file that a run leaves out by a rule. */
export interface PassedRows {
  readonly file: string;
  readonly rule: string;
  count: number;
}

/** What an account has, as JSON. */
export interface RowSums {
  readonly files: readonly (Account & { readonly file: string })[];
  readonly passed: readonly PassedRows[];
}

interface Account {
  readonly tally: Tally;
  entered: number;
  /** A sum over the lines of the file that were read and that were told: equal when they are the same lines. */
  readSum: number;
  enteredSum: number;
}

/** Opens the account. */
export function openRowBook(): RowBook {
  const accounts = new Map<string, Account>();
  const passed = new Map<string, PassedRows>();
  const pass = (file: string, rule: string, count: number) => {
    const known = passed.get(`${file} ${rule}`) ?? { file, rule, count: 0 };
    passed.set(`${file} ${rule}`, known);
    known.count += count;
  };
  const accountOf = (file: string): Account => {
    const account = accounts.get(file) ?? { tally: { read: 0 }, entered: 0, readSum: 0, enteredSum: 0 };
    accounts.set(file, account);
    return account;
  };
  return {
    read(file, line) {
      const account = accountOf(file);
      account.tally.read += 1;
      account.readSum = (account.readSum + scattered(line)) >>> 0;
    },
    readInBulk(file, count) {
      accountOf(file).tally.read += count;
    },
    enter(lines) {
      for (const line of lines) if (line.unit === 'row') enterRow(accountOf(line.place.file), line);
    },
    passOver(file, line, rule) {
      pass(file, rule, 1);
      enterRow(accountOf(file), { unit: 'row', place: { file, line }, state: 'left-out' });
    },
    passedOver: () => [...passed.values()],
    add(sums) {
      for (const one of sums.files) addAccount(accountOf(one.file), one);
      for (const { file, rule, count } of sums.passed) pass(file, rule, count);
    },
    sums: () => ({
      files: [...accounts].map(([file, account]) => ({ file, ...account })),
      passed: [...passed.values()],
    }),
    tallyOf: (file) => accountOf(file).tally,
    total: () => [...accounts.values()].reduce((sum, { tally }) => sum + tally.read, 0),
    unbalanced: () => [...accounts].filter(([, account]) => !isBalanced(account)).map(([file]) => file),
  };
}

function enterRow(account: Account, { state, place, count = 1 }: LedgerLine): void {
  account.tally[state] = (account.tally[state] ?? 0) + count;
  account.entered += count;
  if (place.line !== undefined) account.enteredSum = (account.enteredSum + scattered(place.line)) >>> 0;
}

function addAccount(account: Account, other: Account): void {
  for (const [state, count] of Object.entries(other.tally) as [keyof Tally, number][]) {
    account.tally[state] = (account.tally[state] ?? 0) + count;
  }
  account.entered += other.entered;
  account.readSum = (account.readSum + other.readSum) >>> 0;
  account.enteredSum = (account.enteredSum + other.enteredSum) >>> 0;
}

/** Numbers near to each other far apart, so that two mistakes do not make a right sum. */
function scattered(line: number): number {
  const once = Math.imul(line ^ (line >>> 16), 0x45d9f3b);
  return Math.imul(once ^ (once >>> 16), 0x45d9f3b) >>> 0;
}

const isBalanced = ({ tally, entered, readSum, enteredSum }: Account): boolean =>
  tally.read === entered && readSum === enteredSum;
