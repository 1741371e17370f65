import { looksLike, noDate, someWords, type Wish, wish } from '../wish.ts';

const address: readonly Wish[] = [
  wish('addresses[work].line[1]', 'address|address line', noDate),
  wish('addresses[work].city', 'city', someWords),
  wish('addresses[work].state', 'state', looksLike('state', 'words')),
  wish('addresses[work].postalCode', 'zip|zip code', noDate),
];
const phone = wish('telecoms[phone].value', 'phone|work phone', noDate);
const npi = wish('identifiers[npi].value', 'npi', noDate);

/** What is wanted of a table of people who treat. */
export const practitioner: readonly Wish[] = [
  npi,
  wish('names[official].given[1]', 'first name|first', someWords),
  wish('names[official].family', 'last name|last|family name', someWords),
  wish('names[official].text', 'name|full name|provider name', someWords),
  wish('gender', 'sex', looksLike('sex'), { lookup: 'sex' }),
  phone,
  ...address,
];

/** What is wanted of a table of organisations. */
export const organization: readonly Wish[] = [
  npi,
  wish('name', 'name|organization name', someWords),
  phone,
  ...address,
];

/** What is wanted of a table of places. */
export const location: readonly Wish[] = [wish('name', 'name|department name|location name', someWords)];
