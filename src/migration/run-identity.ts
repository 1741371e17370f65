import { hash } from 'node:crypto';
import { resolve } from 'node:path';
import type { RunOptions } from './options.ts';

/** What decides the output of a run, by the name of its option; what is secret or long stands there as its hash. */
export type RunIdentity = Readonly<Record<string, string>>;

/** The identity of a run: the same inputs and the same identity give the same bytes. */
export function identityOf(options: RunOptions, mapping: { sha256: string } | undefined): RunIdentity {
  const { print, pilot } = options;
  return {
    'the version of Chartlift': options.version,
    input: options.inputs
      .map((input) => resolve(input))
      .sort()
      .join(', '),
    '--from': options.from ?? 'detected',
    '--to': options.to.join(', '),
    '--bundle': options.bundle,
    '--per': options.per,
    '--max-entries': String(options.maxEntries),
    '--max-file-resources': String(options.maxFileResources ?? 'all'),
    '--timezone': options.timezone ?? 'none',
    '--code-systems': hashed(options.codeSystems),
    '--concept-map': hashed(options.conceptMap),
    '--id-key': hashed(options.idKey && Buffer.from(options.idKey).toString('hex')),
    '--no-crosswalk': String(!options.crosswalk),
    '--source': options.source,
    '--fhir-format': options.fhirFormat,
    '--profile': options.profile ?? 'us-core',
    '--mapping': mapping?.sha256 ?? 'detected',
    '--attachments': options.attachments ?? options.source,
    'the ways of scans': hashed(options.scans),
    '--thresholds': hashed(options.thresholds),
    '--dry-run': String(options.dryRun === true),
    '--only-quarantine': options.onlyQuarantine === undefined ? 'none' : resolve(options.onlyQuarantine),
    'the way of printing': options.to.includes('pdf') ? hashed(plainPrint(print)) : 'none',
    'the pilot': hashed(pilot),
  };
}

const hashed = (value: unknown): string =>
  value === undefined ? 'none' : hash('sha256', JSON.stringify(value), 'hex');

const plainPrint = (print: RunOptions['print']) =>
  print && { ...print, fontFallback: print.fontFallback && hash('sha256', print.fontFallback, 'hex') };

/** The options by which two runs differ, in words. */
export function differences(before: RunIdentity, now: RunIdentity): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return names
    .filter((name) => before[name] !== now[name])
    .map((name) => worded(name, before[name], now[name]));
}

function worded(name: string, before = 'none', now = 'none'): string {
  const isHash = [before, now].some((value) => /^[0-9a-f]{64}$/.test(value));
  return isHash ? `${name} is another one` : `${name} was ${before} and is now ${now}`;
}
