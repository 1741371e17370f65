const cpt = 'http://www.ama-assn.org/go/cpt';

/** Ranges of CPT's evaluation and management codes that mean one class: those the guide names, and their neighbours. */
const ranges = [
  [99201, 99215, 'AMB', 'ambulatory'],
  [99221, 99239, 'IMP', 'inpatient encounter'],
  [99281, 99285, 'EMER', 'emergency'],
] as const;

/** The class of ActCode that a billing code means, where it means one. */
export function encounterClassOf(
  system: string | undefined,
  code: string | undefined,
): { code: string; display: string } | undefined {
  if (system !== cpt || !/^\d{5}$/.test(code ?? '')) return undefined;
  const range = ranges.find(([from, to]) => Number(code) >= from && Number(code) <= to);
  return range && { code: range[2], display: range[3] };
}
