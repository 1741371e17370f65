import { aCode, aDate, aNumber, noDate, someWords, type Wish, wish } from '../wish.ts';

/** What is wanted of a table of medications. */
export const medication: readonly Wish[] = [
  wish('encounter', 'encounter', noDate, { refersTo: 'encounter', usual: true }),
  wish('code.code', 'code|rxnorm|medication code|ndc|rxnorm code', aCode),
  wish('code.system', 'system|code system|code type', someWords),
  wish('code.display', 'description|name|medication|medication name|display name', someWords),
  wish('authored', 'order|prescribed|date', aDate, { several: true }),
  wish('dosages[1].timing.bounds.start', 'start|effective', aDate),
  wish('dosages[1].timing.bounds.end', 'end', aDate),
  wish('dosages[1].text', 'sig|sig text|dose sig|dose text|dose', someWords),
  wish('dosages[1].route', 'route', someWords),
  wish('dosages[1].dose.quantity.value', 'dose|dose quantity|dose value', aNumber),
  wish('dosages[1].dose.quantity.unit', 'dose unit', someWords),
  wish('dosages[1].timing.frequency', 'frequency|frequency value', aNumber),
  wish('dosages[1].timing.periodUnit', 'frequency unit', noDate, { lookup: 'period-unit' }),
  wish('dispenseRequest.quantity.value', 'quantity|dispense quantity', aNumber),
  wish('dispenseRequest.quantity.unit', 'quantity unit|dispense unit', someWords),
  wish('dispenseRequest.repeatsAllowed', 'refill', aNumber),
  wish('dispenseRequest.supplyDuration.value', 'days|days supply|supply days', aNumber),
  wish('status', 'status', someWords, { lookup: 'medication-status', several: true }),
  wish('priority', 'priority', someWords, { lookup: 'priority' }),
  wish('categories', 'category', someWords, {
    byTexts: ({ forms, distinct }) => ((forms.setting ?? 0) >= 0.9 && distinct < 10 ? 0.6 : 0),
  }),
  wish('statusReason', 'end reason|status reason', someWords),
  wish('reasons[1].code', 'reason code', aCode),
  wish('reasons[1].display', 'reason description|reason|diagnosis', someWords),
  wish('requester', 'prescribed provider|order provider|authorizing provider|provider', noDate, {
    refersTo: 'practitioner',
    usual: true,
    several: true,
  }),
  wish('notes', 'comment|note', someWords),
];
