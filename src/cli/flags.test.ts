import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ConvertFlags, parseInstant, parseTimezone, readKey, refuseIdle, runOptions } from './flags.ts';
import { UsageError } from './usage-error.ts';

const flags: ConvertFlags = {
  out: 'run',
  to: ['ndjson', 'bundle', 'ndjson'],
  bundle: 'transaction',
  'max-entries': 500,
  'as-of': '2026-01-31T12:00:00Z',
  'no-crosswalk': false,
  source: 'file',
  'fhir-format': 'json',
};

describe('parseInstant', () => {
  it.each(['2026-01-31T12:00:00Z', '2026-01-31T12:00:00.123-05:00'])('takes %s', async (text) => {
    expect(await parseInstant(text)).toBe(text);
  });

  it.each(['2026-01-31', '2026-01-31T12:00:00', '2026-13-31T12:00:00Z', 'now'])(
    'refuses %s',
    async (text) => {
      await expect(parseInstant(text)).rejects.toThrow(UsageError);
    },
  );
});

describe('parseTimezone', () => {
  it.each(['America/New_York', 'Europe/Berlin', 'UTC', 'Etc/GMT+5'])('takes %s', async (name) => {
    expect(await parseTimezone(name)).toBe(name);
  });

  it.each(['+05:00', 'Mars/Olympus', '', 'New York'])('refuses %j', async (name) => {
    await expect(parseTimezone(name)).rejects.toThrow(UsageError);
  });
});

describe('readKey', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chartlift-'));
  const path = join(folder, 'key');

  it('takes the line break of an editor off', async () => {
    writeFileSync(path, '0123456789abcdef\r\n');
    expect(Buffer.from(await readKey(path)).toString()).toBe('0123456789abcdef');
  });

  it('refuses a short key and a missing file', async () => {
    writeFileSync(path, 'short\n');
    await expect(readKey(path)).rejects.toThrow(UsageError);
    rmSync(folder, { recursive: true });
    await expect(readKey(path)).rejects.toThrow(UsageError);
  });
});

describe('runOptions', () => {
  it('takes each target once and groups by patient', () => {
    expect(runOptions(['in'], flags, '1.0.0')).toMatchObject({
      to: ['bundle', 'ndjson'],
      per: 'patient',
      crosswalk: true,
    });
  });

  it.each(['bundle', 'fhir-format', 'max-entries'])('refuses --%s where no bundle is written', (name) => {
    expect(() => refuseIdle(['ndjson', 'record'], new Set([name, 'to']))).toThrow(UsageError);
    expect(() => refuseIdle(['bundle', 'ndjson'], new Set([name, 'to']))).not.toThrow();
    expect(() => refuseIdle(['record'], new Set(['to', 'source']))).not.toThrow();
  });

  it.each(['since', 'sections', 'paper'])('refuses --%s where nothing is printed', (name) => {
    expect(() => refuseIdle(['bundle'], new Set([name]))).toThrow(UsageError);
    expect(() => refuseIdle(['bundle', 'pdf'], new Set([name]))).not.toThrow();
  });

  it('makes document bundles of one document each', () => {
    expect(runOptions(['in'], { ...flags, bundle: 'document' }, '1.0.0').per).toBe('document');
    expect(() => runOptions(['in'], { ...flags, bundle: 'document', per: 'patient' }, '1.0.0')).toThrow(
      UsageError,
    );
  });
});
