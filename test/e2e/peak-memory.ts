import { migrate } from '../../src/migration/index.ts';

// Runs one migration in a process of its own and prints the most memory that it took, in MB.
const [, , input = '', out = ''] = process.argv;
await migrate(
  {
    inputs: [input],
    out,
    to: ['bundle'],
    bundle: 'transaction',
    per: 'patient',
    maxEntries: 500,
    asOf: '2026-01-01T00:00:00Z',
    crosswalk: true,
    source: 'file',
    fhirFormat: 'json',
    version: '0.0.0',
  },
  { begin() {}, advance() {}, end() {} },
);
process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)));
