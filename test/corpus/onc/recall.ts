import { compare } from './compare.ts';
import { present, vendorDocuments } from './documents.ts';
import type { Where } from './source.ts';

const cells = (row: readonly (string | number)[]): string =>
  row.map((cell, index) => (index === 0 ? String(cell).padEnd(60) : String(cell).padStart(10))).join(' ');

function print(): void {
  const places: Where[] = ['coded', 'otherwise', 'narrative', 'nowhere'];
  console.log(cells(['document', 'expected', 'found', 'recall', ...places, 'beside']));
  const total = { expected: 0, found: 0 };
  for (const document of vendorDocuments()) {
    const { expected, found, misses, active } = compare(document);
    total.expected += expected;
    total.found += found;
    const counts = places.map((place) => misses.filter(({ where }) => where === place).length);
    const share = `${((100 * found) / expected).toFixed(1)}%`;
    console.log(cells([document.name.slice(0, 60), expected, found, share, ...counts, active.length]));
    if (process.argv.includes('--misses')) {
      for (const { what, where } of misses) console.log(`    ${where.padEnd(10)} ${what}`);
      for (const what of active) console.log(`    active     ${what}`);
    }
  }
  console.log(
    cells(['all', total.expected, total.found, `${((100 * total.found) / total.expected).toFixed(1)}%`]),
  );
}

if (present) print();
else console.log('recall: skipped, ../shared/corpus is absent');
