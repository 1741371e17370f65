import { compact, type Medication, type Reference } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { commonFields, reasonsOf, timeOfKind } from '../common.ts';
import { readQuantity, readWhen, textOf, wordOf } from '../datatypes.ts';
import type { Scope } from '../scope.ts';
import { type Found, given, read } from '../shelf.ts';
import { detailsOf, dosagesOf, productOf } from './product.ts';

const statuses: Readonly<Record<string, Medication['status']>> = {
  active: 'active',
  'on hold': 'on-hold',
  'prior history no longer active': 'completed',
  inactive: 'completed',
  completed: 'completed',
  discontinued: 'stopped',
  stopped: 'stopped',
};

const none = /^(none|no (known|current) medications?|no medications?|takes no medications?)$/;

/** Medication → what somebody takes; "no medications" is no drug of that name. */
export function readMedication(element: XmlElement, scope: Scope): Reference | undefined {
  const code = productOf(element, scope);
  const name = element.first('Product')?.first('ProductName') ?? element.first('Description');
  if (none.test(wordOf(name))) {
    return scope.shelf.add('noneKnown', element, {
      ...commonFields(element, scope),
      about: given('medications'),
    });
  }
  if (!code) return undefined;
  const status = element.first('Status');
  const word = wordOf(status);
  const known = Object.hasOwn(statuses, word) ? statuses[word] : undefined;
  return scope.shelf.add('medication', element, {
    ...commonFields(element, scope),
    // FHIR requires a status, and a list says of most what it does not say of the rest.
    status: read(status, known) ?? given('unknown'),
    intent: given('plan'),
    code,
    product: detailsOf(element, scope),
    authored: timeOfKind(element, /prescri|order|written/, scope),
    dosages: timed(element, scope),
    reasons: reasonsOf(element.first('Directions')?.first('Direction') ?? element, scope),
    dispenseRequest: requestOf(element),
  });
}

/** A time without a kind, or one called the start, bounds the first dosage. */
function timed(element: XmlElement, scope: Scope): Found<NonNullable<Medication['dosages']>> | undefined {
  const found = dosagesOf(element, scope);
  const bounds = boundsOf(element, scope);
  if (!bounds) return found;
  const [first = {}, ...others] = found?.value ?? [];
  return {
    value: [{ ...first, timing: { bounds: bounds.value } }, ...others],
    nodes: [...(found?.nodes ?? []), ...bounds.nodes],
  };
}

function boundsOf(element: XmlElement, scope: Scope) {
  const times = element.elements('DateTime');
  const kindOf = (one: XmlElement) => wordOf(one.first('Type'));
  const start = times.find((one) => kindOf(one) === '' || /start|begin/.test(kindOf(one)));
  const stop = times.find((one) => /stop|end|discontinu/.test(kindOf(one)));
  const value = compact({ start: readWhen(start, scope), end: readWhen(stop, scope) });
  if (!value.start && !value.end) return undefined;
  return { value: value as object, nodes: [start, stop].filter((one) => one !== undefined) };
}

/** How much is dispensed, and how often again. */
function requestOf(element: XmlElement): Found<NonNullable<Medication['dispenseRequest']>> | undefined {
  const quantity = readQuantity(element.first('Quantity'));
  const refills = textOf(element.first('Refills')?.first('Refill'), 'Number') ?? '';
  const value = {
    ...(quantity && { quantity }),
    ...(/^\d{1,3}$/.test(refills) && { repeatsAllowed: Number(refills) }),
  };
  const nodes = [...element.elements('Quantity'), ...element.elements('Refills')];
  return Object.keys(value).length > 0 ? { value, nodes } : undefined;
}
