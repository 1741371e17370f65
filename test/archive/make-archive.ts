import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Makes an archive of invented documents: the fixtures with other patients, ids and dates.
// node test/archive/make-archive.ts FOLDER COUNT [SEED]

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'ccda');
const bases = [
  'ccd-r21.xml',
  'care-plan-r21.xml',
  'c32-v25.xml',
  'ccd-r11.xml',
  'discharge-summary-r21.xml',
  'referral-note-r21.xml',
  'progress-note-narrative.xml',
];

const families = [
  'Quillfeather',
  'Marrowby',
  'Thistledown',
  'Ashgrove',
  'Penhallow',
  'Larkspur',
  'Winterbourne',
];
const givens = ['Marisol', 'Edwin', 'Tamsin', 'Oberon', 'Lucinda', 'Jasper', 'Philippa', 'Rufus'];

/** Documents a patient has. */
const perPatient = 3;

/** Numbers that look random and are the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Writes so many documents; answers their size in bytes. */
export function makeArchive(folder: string, count: number, seed = 1): number {
  const random = randomOf(seed);
  const texts = bases.map((name) => readFileSync(join(fixtures, name), 'utf8'));
  const patients = Array.from({ length: Math.ceil(count / perPatient) }, (_, number) =>
    patientOf(number, random),
  );
  let size = 0;
  for (let number = 0; number < count; number++) {
    const place = join(folder, String(Math.floor(number / 1000)).padStart(3, '0'));
    if (number % 1000 === 0) mkdirSync(place, { recursive: true });
    const base = texts[Math.floor(random() * texts.length)] ?? '';
    const document = varied(base, number, patients[Math.floor(number / perPatient)] ?? '');
    writeFileSync(join(place, `document-${String(number).padStart(6, '0')}.xml`), document);
    size += Buffer.byteLength(document);
  }
  return size;
}

const pick = (words: readonly string[], random: () => number): string =>
  words[Math.floor(random() * words.length)] ?? '';

function patientOf(number: number, random: () => number): string {
  const birth = String(Math.floor(19300101 + random() * 80 * 10_000)).slice(0, 4);
  return `<patientRole>
   <id root="2.16.840.1.113883.19.7700.1" extension="ARC-${String(number).padStart(7, '0')}"/>
   <addr use="HP"><streetAddressLine>${number} Lantern Lane</streetAddressLine><city>Port Callum</city><state>OR</state><postalCode>97299</postalCode></addr>
   <patient>
    <name use="L"><given>${pick(givens, random)}</given><family>${pick(families, random)}</family></name>
    <administrativeGenderCode code="${random() < 0.5 ? 'F' : 'M'}" codeSystem="2.16.840.1.113883.5.1"/>
    <birthTime value="${birth}0614"/>
   </patient>
  </patientRole>`;
}

const uuid = /root="[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})"/g;

/** Another patient, own ids, and all years moved alike. */
function varied(base: string, number: number, patient: string): string {
  const years = number % 5;
  return base
    .replace(/<patientRole[\s\S]*?<\/patientRole>/, patient)
    .replace(uuid, (_, rest) => `root="${number.toString(16).padStart(8, '0')}${rest}"`)
    .replace(/(<ClinicalDocument[\s\S]*?<id root="[\d.]+" extension=")[^"]*"/, `$1ARC-${number}"`)
    .replace(/(value=")(20\d\d)(?=\d\d)/g, (_, before, year) => `${before}${Number(year) - years}`);
}

if (import.meta.main) {
  const [, , folder = '', count = '20000', seed = '1'] = process.argv;
  const size = makeArchive(folder, Number(count), Number(seed));
  console.log(`${count} documents, ${(size / 1e6).toFixed(1)} MB, seed ${seed}`);
}
