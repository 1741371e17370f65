import { aDate, looksLike, noDate, someWords, type Wish, wish } from '../wish.ts';

const phone = looksLike('phone', 'integer');

/** What is wanted of the table of patients. */
export const patient: readonly Wish[] = [
  wish('identifiers[mr].value', 'mrn|medical record number|record number|chart number', noDate),
  wish('identifiers[ss].value', 'ssn|social security number|social security', noDate, {
    byTexts: ({ forms }) => ((forms.ssn ?? 0) >= 0.9 ? 0.8 : 0),
  }),
  wish('identifiers[dl].value', 'driver license|driver', noDate),
  wish('identifiers[ppn].value', 'passport|passport number', noDate),
  wish('names[official].prefix', 'prefix|name prefix|title', someWords),
  wish('names[official].given[1]', 'first name|first', someWords),
  wish('names[official].given[2]', 'middle name|middle', noDate),
  wish('names[official].family', 'last name|last|family name|family', someWords),
  wish('names[official].suffix', 'suffix|name suffix', someWords),
  wish('names[maiden].family', 'maiden|maiden name', someWords),
  wish('names[official].text', 'name|full name', someWords),
  wish('gender', 'sex', looksLike('sex'), { lookup: 'sex' }),
  wish('birthDate', 'birth date|birth', aDate),
  wish('deceased', 'death date|death', aDate),
  wish('deceased', 'status|vital status', looksLike('living'), {
    lookup: 'living',
    byTexts: ({ forms }) => ((forms.living ?? 0) >= 0.9 ? 0.7 : 0),
  }),
  wish('maritalStatus', 'marital status|marital', looksLike('marital', 'words')),
  wish('race[1]', 'race', looksLike('race', 'words')),
  wish('ethnicity[1]', 'ethnicity|ethnicity group', looksLike('ethnicity', 'words')),
  wish('language', 'language', someWords),
  wish('religion', 'religion', someWords),
  wish('birthPlace', 'birth place|birth location', someWords),
  wish('addresses[home].line[1]', 'address|address line|home address', noDate),
  wish('addresses[home].line[2]', 'apartment|address . line|address unit', noDate),
  wish('addresses[home].city', 'city|home city', someWords),
  wish('addresses[home].district', 'county', someWords),
  wish('addresses[home].state', 'state', looksLike('state', 'words')),
  wish('addresses[home].postalCode', 'zip|zip code', noDate, {
    byTexts: ({ forms, codes, distinct }) =>
      (forms.zip ?? 0) >= 0.95 && codes.length > 0 && distinct > 3 ? 0.6 : 0,
  }),
  wish('addresses[home].country', 'country', someWords),
  wish('telecoms[home].value', 'home phone|phone|home', phone),
  wish('telecoms[work].value', 'work phone|work', phone),
  wish('telecoms[mobile].value', 'mobile phone|mobile', phone),
  wish('telecoms[email].value', 'email|email address', looksLike('email'), {
    byTexts: ({ forms }) => ((forms.email ?? 0) >= 0.9 ? 0.8 : 0),
  }),
  wish('generalPractitioners', 'provider primary care|primary care provider', noDate, {
    refersTo: 'practitioner',
  }),
];
