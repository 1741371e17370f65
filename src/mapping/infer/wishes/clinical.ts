import { aCode, aDate, aNumber, looksLike, noDate, someWords, type Wish, wish } from '../wish.ts';

const encounter = wish('encounter', 'encounter', noDate, { refersTo: 'encounter', usual: true });
const codes = (more: string): Wish => wish('code.code', `code|${more} code|snomed|snomed code`, aCode);
const system = wish('code.system', 'system|code system|code type', someWords);
const display = (more: string): Wish =>
  wish('code.display', `description|name|${more}|${more} name|title|code description`, someWords);
const notes = wish('notes', 'comment|note', someWords);

/** What is wanted of a table of allergies. */
export const allergy: readonly Wish[] = [
  encounter,
  codes('allergy'),
  system,
  display('allergy'),
  wish('onset', 'start|onset|noted|date', aDate),
  wish('abatement', 'end|resolved', aDate),
  wish('recorded', 'entered|reported', aDate),
  wish('clinicalStatus', 'status', someWords, { lookup: 'clinical-status' }),
  wish('kind', 'type|category', someWords),
  wish('reactions[1].manifestation.code', 'reaction code|reaction|reaction .', aCode),
  wish('reactions[1].manifestation.display', 'reaction description|reaction name|reaction', someWords),
  wish('reactions[1].severityConcept', 'severity|reaction severity', looksLike('severity', 'words')),
  notes,
];

/** What is wanted of a table of vaccines given. */
export const immunization: readonly Wish[] = [
  encounter,
  wish('code.code', 'code|cvx|cvx code|immunization code', aCode),
  display('immunization'),
  wish('occurrence', 'given|date|immunization', aDate),
  wish('lotNumber', 'lot|lot number', noDate),
  wish('expiration', 'expiration', aDate),
  wish('site', 'site|body site', someWords),
  wish('route', 'route', someWords),
  wish('dose.value', 'dose', aNumber),
  notes,
];

/** What is wanted of a table of procedures done. */
export const procedure: readonly Wish[] = [
  encounter,
  codes('procedure'),
  system,
  display('procedure'),
  wish('performedPeriod.start', 'start|date|procedure|effective', aDate),
  wish('performedPeriod.end', 'end', aDate),
  wish('reasons[1].code', 'reason code', aCode),
  wish('reasons[1].display', 'reason description|reason', someWords),
  notes,
];

/** What is wanted of a table of orders. */
export const order: readonly Wish[] = [
  encounter,
  codes('order'),
  system,
  display('order'),
  wish('authored', 'order|date|entered', aDate),
  wish('requester', 'authorizing provider|provider', noDate, { refersTo: 'practitioner', usual: true }),
  notes,
];

/** What is wanted of a table of medications handed out. */
export const dispense: readonly Wish[] = [
  wish('code.code', 'code|rxnorm|medication code|ndc', aCode),
  display('medication'),
  wish('handedOver', 'date|dispense', aDate),
  wish('quantity.value', 'quantity', aNumber),
  wish('daysSupply.value', 'days|days supply|supply days', aNumber),
];
