import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exitCodes } from '../src/cli/exit-codes.ts';
import { elementResult, lineResult } from '../src/cli/explain-result.ts';
import { findResult } from '../src/cli/find-show.ts';
import { formats, outputs } from '../src/cli/flags.ts';
import { mapCheckResult } from '../src/cli/map-check-result.ts';
import { printSections } from '../src/cli/print-flags.ts';
import { profileResult } from '../src/cli/profile-result.ts';
import { failure, result } from '../src/cli/result.ts';
import Convert from '../src/commands/convert.ts';
import Demo from '../src/commands/demo.ts';
import Diff from '../src/commands/diff.ts';
import Explain from '../src/commands/explain.ts';
import Find from '../src/commands/find.ts';
import MapCheck from '../src/commands/map/check.ts';
import MapInit from '../src/commands/map/init.ts';
import MapList from '../src/commands/map/list.ts';
import MapShow from '../src/commands/map/show.ts';
import Print from '../src/commands/print.ts';
import Profile from '../src/commands/profile.ts';
import Reconcile from '../src/commands/reconcile.ts';
import SpotCheck from '../src/commands/spot-check.ts';
import { catalogue } from '../src/issue/index.ts';
import { targets } from '../src/migration/index.ts';
import { readers } from '../src/readers/index.ts';
import { sectionKeys } from '../src/writers/pdf/index.ts';
import { root } from './chartlift.ts';

const flagsOf = (flags: object) =>
  Object.entries(flags).map(([name, flag]) => {
    const { type, options, multiple, required, default: preset } = flag as Record<string, unknown>;
    return { name, type, options, multiple, required, default: preset };
  });
const snapshot = (name: string) => join(root, 'test', 'contract', name);
const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

describe('contract', () => {
  it('prints --json by a schema', async () => {
    const schema = z.toJSONSchema(z.union([result, failure]));
    await expect(pretty(schema)).toMatchFileSnapshot(snapshot('result.schema.json'));
  });

  it('prints explain --json by a schema', async () => {
    const schema = z.toJSONSchema(z.union([elementResult, lineResult, failure]));
    await expect(pretty(schema)).toMatchFileSnapshot(snapshot('explain.schema.json'));
  });

  it('prints find --json by a schema', async () => {
    const schema = z.toJSONSchema(z.union([findResult, failure]));
    await expect(pretty(schema)).toMatchFileSnapshot(snapshot('find.schema.json'));
  });

  it('prints profile and map check --json by a schema', async () => {
    const schema = z.toJSONSchema(z.union([profileResult, mapCheckResult, failure]));
    await expect(pretty(schema)).toMatchFileSnapshot(snapshot('tables.schema.json'));
  });

  it('has these commands and flags', async () => {
    const all = {
      base: flagsOf(Convert.baseFlags),
      convert: flagsOf(Convert.flags),
      demo: flagsOf(Demo.flags),
      diff: flagsOf(Diff.flags ?? {}),
      explain: flagsOf(Explain.flags),
      find: flagsOf(Find.flags),
      print: flagsOf(Print.flags),
      profile: flagsOf(Profile.flags),
      reconcile: flagsOf(Reconcile.flags),
      'spot-check': flagsOf(SpotCheck.flags),
      'map check': flagsOf(MapCheck.flags),
      'map init': flagsOf(MapInit.flags),
      'map list': flagsOf(MapList.flags ?? {}),
      'map show': flagsOf(MapShow.flags ?? {}),
    };
    await expect(pretty(all)).toMatchFileSnapshot(snapshot('flags.json'));
  });

  it('has these issue codes', async () => {
    const codes = Object.entries(catalogue)
      .map(([code, { severity, type }]) => ({ code, severity, type }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
    await expect(pretty(codes)).toMatchFileSnapshot(snapshot('issues.json'));
  });

  it('takes from the tables what --from and --to offer', () => {
    expect([...formats].sort()).toEqual(Object.keys(readers).sort());
    expect(outputs).toEqual(targets);
    expect(printSections).toEqual(sectionKeys);
  });

  it('tells the exit codes in the README as in the program', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| (\d+) \| (.+?) \|$/gm)].map(([, code, meaning]) => ({
      code: Number(code),
      meaning,
    }));
    expect(rows).toEqual(Object.values(exitCodes));
  });
});
