import type { Problem, Reference } from '../../../record/index.ts';
import { NO_CURRENT_PROBLEMS } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { commonFields, conceptAt, timeOf, timeOfKind } from '../common.ts';
import { wordOf } from '../datatypes.ts';
import type { Scope } from '../scope.ts';
import { type Found, given, read } from '../shelf.ts';

/** The standard's words for the status of a problem. */
const statuses: Readonly<Record<string, Problem['clinicalStatus']>> = {
  active: 'active',
  chronic: 'active',
  intermittent: 'active',
  recurrent: 'recurrence',
  inactive: 'inactive',
  'prior history no longer active': 'inactive',
  resolved: 'resolved',
};
/** Those that say how sure it is: what is ruled out is no diagnosis. */
const certainties: Readonly<Record<string, Problem['verificationStatus']>> = {
  'rule out': 'unconfirmed',
  'ruled out': 'refuted',
};

const none = /^(no (known|current|active)( medical)? (problems?|conditions?|diagnos[ei]s)|none|no problems)$/;

/** Problem → condition. */
export function readProblem(element: XmlElement, scope: Scope): Reference | undefined {
  const status = element.first('Status');
  const word = wordOf(status);
  const code = codeOf(element, scope);
  if (!code) return undefined;
  return scope.shelf.add('problem', element, {
    ...commonFields(element, scope),
    code,
    clinicalStatus: read(status, Object.hasOwn(statuses, word) ? statuses[word] : undefined),
    verificationStatus: read(status, Object.hasOwn(certainties, word) ? certainties[word] : undefined),
    categories: given(['problem-list-item']),
    type: conceptAt(element, 'Type', scope),
    onset: timeOf(element, scope, /onset|start/),
    abatement: timeOfKind(element, /resol|end|stop/, scope),
  });
}

/** "No known problems" is a statement of its own and no condition of that name. */
function codeOf(element: XmlElement, scope: Scope): Found<Problem['code']> | undefined {
  const stated = conceptAt(element, 'Description', scope);
  if (!stated || !none.test(wordOf(element.first('Description')))) return stated;
  const coding = { system: 'http://snomed.info/sct', code: NO_CURRENT_PROBLEMS };
  return { ...stated, value: { ...stated.value, codings: [coding, ...stated.value.codings] } };
}
