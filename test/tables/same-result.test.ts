import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { zip } from '../zip.ts';
import { clinic, contents, resources, rowStates, run, scratch, write } from './clinic.ts';

const folder = scratch();
const many = 60;

/** The clinic with so many people that ids fall into many parts. */
const large = {
  'people.csv': [
    clinic['people.csv'][0],
    ...Array.from({ length: many }, (_, at) => `P${at},Ann,Test${at},f,1980-01-02,999-12-${1000 + at},,`),
  ],
  'visits-a.csv': [
    clinic['visits-a.csv'][0],
    // Every seventh visit is of nobody.
    ...Array.from(
      { length: many * 3 },
      (_, at) => `V${at},${at % 7 === 6 ? 'X' : 'P'}${at % many},D1,2020-01-01`,
    ),
  ],
  'results.csv': [
    clinic['results.csv'][0],
    ...Array.from(
      { length: many * 5 },
      (_, at) => `R${at},V${(at * 7) % (many * 3)},NAT,2020-01-01,"${at}\n",mmol/L`,
    ),
  ],
  'result_text.csv': [
    'ResultNo,Line,Text',
    ...Array.from({ length: many }, (_, at) => `R${at * 5},1,"text, ${at}"`),
  ],
  'doctors.csv': clinic['doctors.csv'],
};

describe('the same export', () => {
  it('gives the same bytes from memory and from disk, and leaves nothing behind', async () => {
    const input = write(join(folder, 'large'), large);
    const [inMemory, onDisk, between] = ['memory', 'disk', 'between'].map((name) => join(folder, name));
    await run(inMemory!, [input]);
    await run(onDisk!, [input], { tableMemory: 0 });
    await run(between!, [input], { tableMemory: 9000 });
    const expected = contents(inMemory!);
    expect(expected.size).toBeGreaterThan(many * 2);
    expect(resources(inMemory!, 'Observation').length).toBeGreaterThan(many * 3);
    expect(contents(onDisk!)).toEqual(expected);
    expect(contents(between!)).toEqual(expected);
    expect(readdirSync(onDisk!).filter((name) => /\.(tmp|spool)$/.test(name))).toEqual([]);
  });

  it('gives the same resources packed, one by one or together', async () => {
    const plain = join(folder, 'plain');
    await run(plain, [write(join(folder, 'in-plain'), clinic)]);
    const packed = Object.entries(clinic).map(
      ([name, lines]) => [name, Buffer.from(`${lines.join('\n')}\n`)] as const,
    );
    const gz = Object.fromEntries(packed.map(([name, bytes]) => [`${name}.gz`, gzipSync(bytes)]));
    const archive = zip(packed.map(([name, content]) => ({ name: `export/${name}`, content })));
    for (const [name, files] of Object.entries({ gz, zip: { 'export.zip': archive } })) {
      const out = join(folder, name);
      const { ending } = await run(out, [write(join(folder, `in-${name}`), files)]);
      expect(ending).toBe('done');
      expect(resources(out)).toEqual(resources(plain));
    }
    expect(rowStates(join(folder, 'zip'))[0]).toBe('export.zip!/export/doctors.csv:2 converted');
    expect(rowStates(join(folder, 'gz'))[0]).toBe('doctors.csv.gz:2 converted');
  });

  it('does not depend on the order in which its files are named', async () => {
    const input = write(join(folder, 'in-order'), clinic);
    const files = Object.keys(clinic).map((name) => join(input, name));
    await run(join(folder, 'forward'), files);
    await run(join(folder, 'backward'), files.toReversed());
    expect(contents(join(folder, 'backward'))).toEqual(contents(join(folder, 'forward')));
  });

  it('is read once where it lies there twice', async () => {
    const input = write(join(folder, 'twice'), {
      ...Object.fromEntries(Object.entries(clinic).map(([name, lines]) => [`a/${name}`, lines])),
      ...Object.fromEntries(Object.entries(clinic).map(([name, lines]) => [`b/${name}`, lines])),
    });
    const out = join(folder, 'twice-out');
    const { exports, ledger } = await run(out, [input]);
    expect(exports.map((one) => one.folder)).toEqual(['a']);
    expect(ledger.file).toMatchObject({ read: 12, converted: 6, 'left-out': 6 });
    expect(resources(out, 'Patient')).toHaveLength(3);
  });

  it('of two sites is two exports, and a person of both is one', async () => {
    const other = {
      'people.csv': [clinic['people.csv'][0], '77,Ann,Test,f,1980-01-02,999-11-2222,,'],
      'visits-a.csv': [clinic['visits-a.csv'][0], 'V1,77,D1,2022-01-01'],
    };
    const input = write(join(folder, 'sites'), {
      ...Object.fromEntries(Object.entries(clinic).map(([name, lines]) => [`a/${name}`, lines])),
      ...Object.fromEntries(Object.entries(other).map(([name, lines]) => [`b/${name}`, lines])),
    });
    const out = join(folder, 'sites-out');
    const { exports } = await run(out, [input]);
    expect(exports.map((one) => one.folder)).toEqual(['a', 'b']);
    const ann = resources(out, 'Patient').filter(({ birthDate }) => birthDate === '1980-01-02');
    expect(ann).toHaveLength(1);
    expect(ann[0].identifier.map(({ value }: { value: string }) => value).sort()).toEqual([
      '001',
      '77',
      '999-11-2222',
    ]);
    expect(resources(out, 'Patient')).toHaveLength(3);
    const crosswalk = readFileSync(join(out, 'crosswalk/patients.csv'), 'utf8');
    expect(crosswalk).toContain(ann[0].id);
  });
});
