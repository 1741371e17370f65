import { aCode, aDate, noDate, someWords, type Wish, wish } from '../wish.ts';

/** What is wanted of a table of encounters. */
export const encounter: readonly Wish[] = [
  wish('period.start', 'start|admit|service|effective|contact|date', aDate, { several: true }),
  wish('period.end', 'end|discharge', aDate, { several: true }),
  wish('class', 'class|patient class|type|category', noDate, {
    byTexts: ({ forms }) => ((forms.setting ?? 0) >= 0.9 ? 0.6 : 0),
  }),
  wish('types[1].code', 'code|type code|procedure code', aCode),
  wish('types[1].display', 'description|type description|type name|title', someWords),
  wish('status', 'status|appointment status', someWords, { lookup: 'visit-status', several: true }),
  wish('reasons[1].code', 'reason code', aCode),
  wish('reasons[1].display', 'reason description|reason|chief complaint|complaint', someWords),
  wish('participants[1].who', 'provider|attending provider|primary provider', noDate, {
    refersTo: 'practitioner',
    usual: true,
  }),
  wish('participants[1].roles[1]', 'provider title', someWords),
  wish('participants[2].who', 'referral|referring provider|referral provider', noDate, {
    refersTo: 'practitioner',
  }),
  wish('serviceProvider', 'organization', noDate, { refersTo: 'organization', usual: true }),
  wish('locations[1].location', 'department|location', noDate, { refersTo: 'location', usual: true }),
  wish('dischargeDisposition', 'discharge disposition|disposition', someWords),
  wish('notes', 'comment|note', someWords),
];
