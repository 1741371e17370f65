import type { PeopleView } from '../../assemble/index.ts';
import type { TableRule } from '../../mapping/index.ts';
import { convertShared, type Row } from '../../readers/csv/index.ts';
import type { LedgerLine } from '../../record/index.ts';
import { addressOf } from '../../writers/fhir/index.ts';
import { internalError } from '../internal-error.ts';
import type { Accounts } from './accounts.ts';
import type { OpenExport } from './open-export.ts';

/** Takes people to those of the whole run. */
export type AddPeople = (view: PeopleView) => void;

/** Converts the tables that belong to no patient, and accounts for their rows. */
export function settleShared(open: OpenExport, accounts: Accounts, add: AddPeople): void {
  const { mapping, routes } = open.of;
  const hasRules = ({ name }: TableRule) => mapping.rules.some(({ from }) => from === name);
  // What rules make may lead to rows of the others.
  const [made, others] = [routes.shared.filter(hasRules), routes.shared.filter((one) => !hasRules(one))];
  for (const { name } of made) {
    for (const part of inParts(open.shared.rows(name))) convertPart(name, part, { open, accounts, add });
  }
  for (const { name } of others) {
    for (const part of inParts(open.shared.rows(name))) accounts.ledger(part.map(lookedUpLine));
  }
}

interface SharedRow {
  readonly row: Row;
  /** Whether a patient's row led to it. */
  readonly found: boolean;
}

const partSize = 2000;

function* inParts(rows: Iterable<SharedRow>): Generator<SharedRow[]> {
  let part: SharedRow[] = [];
  for (const row of rows) {
    part.push(row);
    if (part.length < partSize) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

const lookedUpLine = ({ row, found }: SharedRow): LedgerLine => ({
  unit: 'row',
  place: { file: row.layout.file, line: row.line },
  ...(found ? { state: 'converted', rule: 'looked-up' } : { state: 'left-out', rule: 'not-referred-to' }),
});

interface Settling {
  readonly open: OpenExport;
  readonly accounts: Accounts;
  readonly add: AddPeople;
}

function convertPart(table: string, part: readonly SharedRow[], { open, accounts, add }: Settling): void {
  const { of, shared, options, number } = open;
  const rows = part.map(({ row }) => row);
  let converted: ReturnType<typeof convertShared>;
  try {
    converted = convertShared(of.mapping, new Map([[table, rows]]), shared, options);
  } catch (error) {
    for (const row of rows)
      accounts.setAside({ ...row, rule: 'internal-error', reason: 'the program failed' });
    accounts.issues([internalError(rows[0]?.layout.file ?? of.name, error)]);
    return;
  }
  const { contribution, unmapped, quarantined, used } = converted;
  const lookedUp = new Set(part.filter(({ found }) => found).map(({ row }) => placeOf(row)));
  const isUsed = (line: LedgerLine) =>
    line.rule === 'no-rule' && lookedUp.has(`${line.place.file} ${line.place.line}`);
  accounts.ledger(
    contribution.ledger.map((line) =>
      isUsed(line) ? { ...line, state: 'converted', rule: 'looked-up' } : written(line),
    ),
  );
  accounts.issues(contribution.issues);
  accounts.columns.use(number, used);
  accounts.unmapped.enter(of.mapping, unmapped);
  for (const { row, rule, reason } of quarantined) {
    if (rule !== 'no-rule' || !lookedUp.has(placeOf(row))) accounts.keep({ ...row, rule, reason });
  }
  add({ people: contribution.people, precedence: options.precedence });
}

const placeOf = ({ layout, line }: Row): string => `${layout.file} ${line}`;

/** A line with the names of what was written. */
const written = (line: LedgerLine): LedgerLine =>
  line.into ? { ...line, into: line.into.map((ref) => addressOf(ref) ?? ref) } : line;
