import type { ObservationValue, Reference } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { commonFields, conceptAt, timeOf } from '../common.ts';
import { textOf, wordOf } from '../datatypes.ts';
import type { Scope } from '../scope.ts';
import { type Found, given } from '../shelf.ts';

/** SocialHistoryElement → an observation: its type is asked, its description is the answer. */
export function readSocialHistory(element: XmlElement, scope: Scope): Reference | undefined {
  const type = conceptAt(element, 'Type', scope);
  const value = answerOf(element, scope);
  if (!type || !value) return undefined;
  return scope.shelf.add('observation', element, {
    ...commonFields(element, scope),
    // Its status is that of the habit.
    status: given('unknown'),
    categories: given(['social-history']),
    code: type,
    effective: timeOf(element, scope, /start|assess|record/),
    value,
  });
}

const current = new Set(['', 'active', 'current']);

/** What is no longer so is told in words that say it, never under its own code. */
function answerOf(element: XmlElement, scope: Scope): Found<ObservationValue> | undefined {
  const description = element.first('Description');
  const status = element.first('Status');
  const said = conceptAt(element, 'Description', scope);
  if (!description || !said) return undefined;
  const nodes = [description, ...(status ? [status] : [])];
  if (current.has(wordOf(status))) return { value: { concept: said.value }, nodes };
  const [coding] = said.value.codings;
  const words = said.value.text ?? coding?.display ?? coding?.code;
  return { value: { string: `${words} (${textOf(status, 'Text')})` }, nodes };
}
