import { guideMap } from '../value-map.ts';
import { ADDRESS_USE, V3 } from './systems.ts';

/** Administrative gender; every other code is unknown. */
export const administrativeGender = guideMap('CF-AdministrativeGender', {
  source: `${V3}AdministrativeGender`,
  target: 'http://hl7.org/fhir/administrative-gender',
  rows: [
    ['M', 'male', 'equivalent'],
    ['F', 'female', 'equivalent'],
    ['UN', 'other', 'wider'],
  ],
  unmapped: 'unknown',
});

/** Address use. */
export const addressUse = guideMap('CF-AddressUse', {
  source: ADDRESS_USE,
  target: 'http://hl7.org/fhir/address-use',
  rows: [
    ['BAD', 'old', 'wider'],
    ['CONF', undefined, 'unmatched'],
    ['H', 'home', 'equivalent'],
    ['HP', 'home', 'wider'],
    ['HV', 'home', 'wider'],
    ['TMP', 'temp', 'equivalent'],
    ['WP', 'work', 'equivalent'],
    ['DIR', 'work', 'wider'],
    ['PUB', 'work', 'wider'],
    ['PHYS', undefined, 'unmatched'],
    ['PST', undefined, 'unmatched'],
  ],
});

/** Name use. P has two targets: `nameUseOf` tells them apart. */
export const nameUse = guideMap('CF-NameUse', {
  source: `${V3}EntityNameUse`,
  target: 'http://hl7.org/fhir/name-use',
  rows: [
    ['A', 'nickname', 'inexact'],
    ['ABC', undefined, 'unmatched'],
    ['ASGN', undefined, 'unmatched'],
    ['C', 'official', 'wider'],
    ['IDE', undefined, 'unmatched'],
    ['L', 'usual', 'equal'],
    ['P', 'nickname', 'inexact'],
    ['P', 'anonymous', 'narrower'],
    ['PHON', undefined, 'unmatched'],
    ['R', undefined, 'unmatched'],
    ['SNDX', undefined, 'unmatched'],
    ['SRCH', undefined, 'unmatched'],
    ['SYL', undefined, 'unmatched'],
  ],
});

/** Telecom system by the scheme of the value. tel has two targets: `telecomSystemOf` tells them apart. */
export const telecomSystem = guideMap('CF-TelecomType', {
  source: `${V3}URLScheme`,
  target: 'http://hl7.org/fhir/contact-point-system',
  rows: [
    ['mailto', 'email', 'equivalent'],
    ['http', 'url', 'equivalent'],
    ['tel', 'phone', 'narrower'],
    ['tel', 'pager', 'narrower'],
    ['fax', 'fax', 'equivalent'],
    ['x-text-fax', 'fax', 'equivalent'],
    // the guide's row has no code, only the advice to map this scheme should it occur
    ['sms', 'sms', 'narrower'],
  ],
});

/** Telecom use. */
export const telecomUse = guideMap('CF-TelecomUse', {
  source: ADDRESS_USE,
  target: 'http://hl7.org/fhir/contact-point-use',
  rows: [
    ['AS', 'work', 'wider'],
    ['BAD', 'old', 'wider'],
    ['DIR', 'work', 'wider'],
    ['EC', undefined, 'unmatched'],
    ['H', 'home', 'equivalent'],
    ['HP', 'home', 'wider'],
    ['HV', 'home', 'wider'],
    ['MC', 'mobile', 'equivalent'],
    ['PG', 'mobile', 'wider'],
    ['PUB', 'work', 'wider'],
    ['TMP', 'temp', 'equivalent'],
    ['WP', 'work', 'equivalent'],
  ],
});
