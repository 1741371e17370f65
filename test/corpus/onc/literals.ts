import type { FactName } from './sheet.ts';

const SECTION: Readonly<Record<string, string>> = {
  'problem-list-item': '11450-4',
  'encounter-diagnosis': '29308-4',
  'social-history': '29762-2',
};

const STATUS: Readonly<Record<string, readonly string[]>> = {
  active: ['active', '55561003'],
  resolved: ['413322009'],
  inactive: ['73425007', 'completed'],
  'not-done': ['negated'],
};

const SPECIAL: Readonly<Partial<Record<FactName, (wanted: string) => readonly string[]>>> = {
  name: (wanted) => [`name ${wanted}`],
  mobile: (wanted) => [`telecom MC ${wanted}`],
  home: (wanted) => ['H', 'HP', 'HV'].map((use) => `telecom ${use} ${wanted}`),
  emptyReason: () => ['negated'],
  asNeeded: () => ['precondition'],
  every: () => ['period 1 wk', 'period 7 d', 'period 168 h'],
  category: (wanted) => [SECTION[wanted] ?? wanted],
  route: (wanted) => wanted.split('|').map((one) => `route ${one}`),
  range: (wanted) => [`range ${wanted}`],
};

/** How a document would write a fact; what it says in several parts has the name of the element before it. */
export function literalsOf(name: FactName, wanted: string): readonly string[] {
  const special = SPECIAL[name]?.(wanted);
  if (special) return special;
  return wanted.split('|').flatMap((one) => {
    if (name === 'status') return STATUS[one] ?? [one];
    return [one.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$1$2$3'), one.split(' ')[0] ?? one];
  });
}
