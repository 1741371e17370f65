import type { Participation, Account as RecordAccount } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { noteExtensions } from '../datatypes/annotation.ts';
import { absentReference } from '../datatypes/extension.ts';
import { isSaid, period } from '../datatypes/when.ts';
import { everyField, everyOwnField } from '../every-field.ts';
import type { Account } from '../fhir-types.ts';
import { headOf } from '../head.ts';

/** Who stands for what no insurer pays, as an Account: the one resource of R4 that has guarantors. */
export function account(item: RecordAccount, context: Context): Account {
  const { status, guarantors, coverage, ...rest } = item;
  everyOwnField(rest);
  const paid = context.refer(coverage, 'coverage', 'coverage');
  return resource<Account>(headOf('Account', item, { extension: noteExtensions(item.notes, context) }), {
    status,
    subject: [context.subject],
    coverage: paid && [{ coverage: paid }],
    guarantor: guarantors?.map((one) => guarantorOf(one, context)),
  });
}

function guarantorOf(
  { who, time, period: span, roles: _itself, ...rest }: Participation,
  context: Context,
): NonNullable<Account['guarantor']>[number] {
  everyField(rest);
  return {
    party: context.refer(who, 'guarantors', 'payor') ?? absentReference,
    period: period(span ?? (isSaid(time) ? { start: time } : undefined)),
  };
}
