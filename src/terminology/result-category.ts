/**
 * What kind of examination a result belongs to. LOINC's own table of classes is not ours to ship: these are short lists
 * of what documents hold most, and the way LOINC names tests of samples. What is in none of them has no category.
 */
export type ResultCategory = 'laboratory' | 'imaging' | 'survey';

/** Panels and tests of samples whose names need not say so. */
const laboratory = new Set([
  ...['24321-2', '24323-8', '24320-4', '51990-0', '24357-6', '24356-8', '57021-8', '58410-2', '69742-5'],
  ...['24317-0', '57698-3', '24331-1', '24325-3', '24362-6', '24326-1', '24348-5', '55231-5', '34528-0'],
  ...['5902-2', '6301-6', '5901-4', '3173-2', '14979-9', '600-7', '630-4', '6463-4', '664-3', '94531-1'],
  ...['718-7', '4544-3', '789-8', '6690-2', '787-2', '785-6', '786-4', '788-0', '777-3', '26464-8'],
  ...['30313-1', '26515-7', '26453-1', '20570-8', '2345-7', '2339-0', '2160-0', '3094-0', '6299-2'],
  ...['2951-2', '2947-0', '2823-3', '6298-4', '2075-0', '2069-3', '2028-9', '20565-8', '17861-6', '49765-1'],
  ...['1742-6', '1920-8', '1975-2', '6768-6', '1751-7', '2885-2', '2093-3', '2571-8', '2085-9', '13457-7'],
  ...['18262-6', '4548-4', '3016-3', '3024-7', '2857-1', '1988-5', '30341-2', '10839-9', '6598-7', '67151-1'],
  ...['5778-6', '5767-9', '5811-5', '5803-2', '5792-7', '5797-6', '5804-0', '5794-3', '5802-4', '5799-2'],
  ...['5770-3', '5818-0', '20505-4', '20454-5', '22032-7', '80381-7', '882-1', '883-9', '10331-7'],
]);

const imaging = new Set([
  ...['24648-8', '24627-2', '30746-2', '36643-5', '36554-4', '24558-9', '24590-2', '30799-1'],
  ...['26346-7', '24606-6', '26175-0', '24604-1', '38269-7', '24725-4', '24727-0', '18748-4'],
  ...['18726-0', '55115-0', '24531-6', '42272-5', '24701-5', '37637-6'],
]);

const survey = new Set([
  ...['55757-9', '55758-7', '44249-1', '44261-6', '69737-5', '70274-6', '59453-1', '59460-6', '59461-4'],
  ...['72109-2', '75626-2', '76499-3', '76504-0', '82666-9', '82667-7', '93025-5', '89206-7'],
  ...['89204-2'],
]);

const samples = [
  '(arterial |venous |capillary |cord |mixed venous |whole )?blood',
  'serum',
  'plasma',
  'red blood cells',
  'urine( sediment)?',
  'stool',
  'cerebral spinal fluid',
  '(body|synovial|pleural|peritoneal|amniotic|vaginal) fluid',
  'bone marrow',
  'sputum',
  'saliva',
  'semen',
  'tissue',
  'throat',
  'nasopharynx',
  'respiratory (system )?specimen',
  '(genital )?specimen',
].join('|');

/** LOINC names the sample after what was measured: "Glucose [Mass/volume] in Blood", "Lipid panel - Serum or Plasma". */
const ofSample = new RegExp(`(\\bin|\\bof|-) (${samples})\\b`, 'i');

/** These name a sample and are measured on the patient. */
const measured = new Set(['59408-5', '2708-6', '2710-2', '2713-6']);

/** The category of a LOINC code with the name that the source prints of it. */
export function resultCategoryOf(code: string, name = ''): ResultCategory | undefined {
  if (laboratory.has(code)) return 'laboratory';
  if (imaging.has(code)) return 'imaging';
  if (survey.has(code)) return 'survey';
  return !measured.has(code) && ofSample.test(name) ? 'laboratory' : undefined;
}

/** Codes that an organizer's own category may have: of diagnostic services, of observation categories, of LOINC's parts. */
const stated: Readonly<Record<string, ResultCategory>> = {
  LAB: 'laboratory',
  laboratory: 'laboratory',
  'LP29693-6': 'laboratory',
  '26436-6': 'laboratory',
  HM: 'laboratory',
  CH: 'laboratory',
  MB: 'laboratory',
  RAD: 'imaging',
  imaging: 'imaging',
  'LP29684-5': 'imaging',
  survey: 'survey',
};

/** The category that a stated one is. */
export const statedResultCategory = (code: string): ResultCategory | undefined =>
  Object.hasOwn(stated, code) ? stated[code] : undefined;
