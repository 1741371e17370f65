import { describe, expect, it } from 'vitest';
import { reading } from '../../../../test/reading.ts';
import { readAddresses, readNames, readTelecoms } from './contact.ts';

const names = (xml: string) => reading(`<p>${xml}</p>`, readNames).value;
const addresses = (xml: string) => reading(`<p>${xml}</p>`, readAddresses).value;
const telecom = (attributes: string) => reading(`<p><telecom ${attributes}/></p>`, readTelecoms).value?.[0];

describe('readNames', () => {
  it('keeps all parts in their order', () =>
    expect(
      names(
        '<name use="L"><prefix>Dr.</prefix><given>Ada</given><given>M.</given><family>Ferrier</family><suffix>III</suffix></name>',
      ),
    ).toEqual([{ use: 'usual', prefix: ['Dr.'], given: ['Ada', 'M.'], family: 'Ferrier', suffix: ['III'] }]));

  it('keeps all names, and when they were valid', () =>
    expect(
      names(
        '<name><family>A</family></name><name><family>B</family><validTime><low value="2001"/></validTime></name>',
      ),
    ).toEqual([{ family: 'A' }, { family: 'B', period: { start: { value: '2001' } } }]));

  it('makes a birth name a name of its own', () =>
    expect(
      names(
        '<name><given>Ada</given><family>Ferrier</family><family qualifier="BR">Tolliver</family></name>',
      ),
    ).toEqual([
      { given: ['Ada'], family: 'Ferrier' },
      { use: 'maiden', family: 'Tolliver' },
    ]));

  it('keeps a birth name that stands alone as the name', () =>
    expect(names('<name><family qualifier="BR">Tolliver</family></name>')).toEqual([{ family: 'Tolliver' }]));

  it('keeps words outside the parts whole', () =>
    expect(names('<name>Ada <family>Ferrier</family></name>')).toEqual([
      { text: 'Ada Ferrier', family: 'Ferrier' },
    ]));

  it('a name with the first given name of birth is an old one, where another is in use', () => {
    const now = '<name use="L"><given>Alice</given><family>Newman</family></name>';
    const then =
      '<name use="L"><given qualifier="BR">Alicia</given><given>Jones</given><family>Newman</family></name>';
    expect(names(now + then)).toEqual([
      { use: 'usual', given: ['Alice'], family: 'Newman' },
      { use: 'old', given: ['Alicia', 'Jones'], family: 'Newman' },
    ]);
    expect(names(then)?.map(({ use }) => use)).toEqual(['usual']);
  });

  it('a given name of birth beside the one in use is an old name', () =>
    expect(
      names('<name><given>Alice</given><given qualifier="BR">Alicia</given><family>Newman</family></name>'),
    ).toEqual([
      { given: ['Alice'], family: 'Newman' },
      { use: 'old', given: ['Alicia'], family: 'Newman' },
    ]));

  it('a second name with the family name of birth is the maiden name', () =>
    expect(
      names(
        '<name><family>Ferrier</family></name><name><given>Ada</given><family qualifier="BR">Tolliver</family></name>',
      ),
    ).toEqual([{ family: 'Ferrier' }, { use: 'maiden', given: ['Ada'], family: 'Tolliver' }]));

  it.each(['<name/>', '<name nullFlavor="UNK"/>', '<name><given/><family> </family></name>'])(
    '%s is no name',
    (xml) => expect(names(xml)).toBeUndefined(),
  );
});

describe('readAddresses', () => {
  it('reads the parts', () =>
    expect(
      addresses(
        '<addr use="HP PST"><streetAddressLine>1 Fennel St</streetAddressLine><streetAddressLine>Apt 2</streetAddressLine><city>Larkspur</city><county>Teal</county><state>MT</state><postalCode>59999</postalCode><country>US</country></addr>',
      ),
    ).toEqual([
      {
        use: 'home',
        type: 'postal',
        line: ['1 Fennel St', 'Apt 2'],
        city: 'Larkspur',
        district: 'Teal',
        state: 'MT',
        postalCode: '59999',
        country: 'US',
      },
    ]));

  it('puts the parts of a street into one line', () =>
    expect(
      addresses('<addr><houseNumber>1</houseNumber><streetName>Fennel St</streetName></addr>')?.[0]?.line,
    ).toEqual(['1 Fennel St']));

  it('keeps words outside the parts whole', () =>
    expect(addresses('<addr>1 Fennel St, Larkspur</addr>')).toEqual([{ text: '1 Fennel St, Larkspur' }]));

  it.each(['<addr/>', '<addr use="HP"/>', '<addr nullFlavor="NI"><city/></addr>'])(
    '%s is no address',
    (xml) => expect(addresses(xml)).toBeUndefined(),
  );
});

describe('readTelecoms', () => {
  it.each([
    ['value="tel:+1(565)867-5309" use="MC"', { system: 'phone', value: '+1(565)867-5309', use: 'mobile' }],
    ['value="tel:555-0101" use="PG"', { system: 'pager', value: '555-0101', use: 'mobile' }],
    ['value="fax:555-0101" use="WP"', { system: 'fax', value: '555-0101', use: 'work' }],
    ['value="mailto:a@b.example"', { system: 'email', value: 'a@b.example' }],
    ['value="http://b.example/x"', { system: 'url', value: 'http://b.example/x' }],
    ['value="(406) 555-0101"', { system: 'phone', value: '(406) 555-0101' }],
    ['value="a@b.example"', { system: 'email', value: 'a@b.example' }],
    ['value="mllp:b.example"', { system: 'other', value: 'mllp:b.example' }],
    ['value="ask the front desk"', { system: 'other', value: 'ask the front desk' }],
  ])('%s', (attributes, expected) => expect(telecom(attributes)).toEqual(expected));

  it.each(['', 'nullFlavor="UNK"', 'value="tel:"', 'value=" "'])('<telecom %s/> is none', (attributes) =>
    expect(telecom(attributes)).toBeUndefined(),
  );
});
