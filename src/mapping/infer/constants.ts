/** What goes without saying beside a field, by the item that it stands in. */
const constants: Readonly<Record<string, readonly (readonly [field: string, value: string])[]>> = {
  'identifiers[mr]': [['type', 'MR']],
  'identifiers[ss]': [
    ['type', 'SS'],
    ['system', 'http://hl7.org/fhir/sid/us-ssn'],
  ],
  'identifiers[dl]': [['type', 'DL']],
  'identifiers[ppn]': [['type', 'PPN']],
  'identifiers[npi]': [['system', 'http://hl7.org/fhir/sid/us-npi']],
  'names[official]': [['use', 'official']],
  'names[maiden]': [['use', 'maiden']],
  'addresses[home]': [['use', 'home']],
  'addresses[work]': [['use', 'work']],
  'telecoms[home]': [
    ['system', 'phone'],
    ['use', 'home'],
  ],
  'telecoms[work]': [
    ['system', 'phone'],
    ['use', 'work'],
  ],
  'telecoms[mobile]': [
    ['system', 'phone'],
    ['use', 'mobile'],
  ],
  'telecoms[phone]': [['system', 'phone']],
  'telecoms[email]': [['system', 'email']],
};

/** The constants that stand beside a path, as paths of their own. */
export function constantsFor(path: string): readonly (readonly [path: string, value: string])[] {
  const [item = ''] = /^[^.]*\[[^\]]+\]/.exec(path) ?? [];
  return (constants[item] ?? []).map(([field, value]) => [`${item}.${field}`, value] as const);
}
