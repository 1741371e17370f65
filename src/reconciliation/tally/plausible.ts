import type { Concept, Quantity } from '../../record/index.ts';

/** What no living person has, by LOINC code and UCUM unit: what lies outside is a typing error or another unit. */
const ranges: Readonly<Record<string, readonly [low: number, high: number]>> = {
  // Body height
  '8302-2 cm': [20, 260],
  '8302-2 [in_i]': [8, 102],
  // Body weight
  '29463-7 kg': [0.2, 650],
  '29463-7 [lb_av]': [0.5, 1430],
  // Body temperature
  '8310-5 Cel': [20, 46],
  '8310-5 [degF]': [68, 115],
  // Heart rate
  '8867-4 /min': [10, 400],
  // Respiratory rate
  '9279-1 /min': [1, 150],
  // Systolic and diastolic blood pressure
  '8480-6 mm[Hg]': [20, 370],
  '8462-4 mm[Hg]': [5, 300],
  // Oxygen saturation
  '2708-6 %': [10, 100],
  '59408-5 %': [10, 100],
  // Body mass index
  '39156-5 kg/m2': [5, 250],
};

/** Whether an amount is one that cannot be. */
export function outlierIn({ codings }: Concept, { value, code, comparator }: Quantity): boolean {
  if (value === undefined || comparator !== undefined) return false;
  return codings.some((coding) => {
    const [low, high] = ranges[`${coding.code} ${code}`] ?? [];
    return low !== undefined && high !== undefined && (Number(value) < low || Number(value) > high);
  });
}
