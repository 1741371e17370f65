import { describe, expect, it } from 'vitest';
import { decimal } from './decimal.ts';
import { toXml } from './xml.ts';

const body = (resource: object): string =>
  toXml(resource)
    .replace(/^<\?xml.*\?>\n/, '')
    .trimEnd();

describe('FHIR XML', () => {
  it('writes primitives as value attributes, in order, with their siblings', () => {
    const xml = body({
      resourceType: 'Patient',
      id: 'a',
      birthDate: '1947',
      _birthDate: { id: 'x', extension: [{ url: 'u', valueString: 't' }] },
      _deceasedDateTime: { extension: [{ url: 'u', valueCode: 'unknown' }] },
    });
    expect(xml).toBe(
      '<Patient xmlns="http://hl7.org/fhir"><id value="a"/>' +
        '<birthDate id="x" value="1947"><extension url="u"><valueString value="t"/></extension></birthDate>' +
        '<deceasedDateTime><extension url="u"><valueCode value="unknown"/></extension></deceasedDateTime></Patient>',
    );
  });

  it('pairs lists with their siblings by position', () => {
    const name = { given: ['A', null], _given: [null, { extension: [{ url: 'u', valueCode: 'masked' }] }] };
    expect(body({ resourceType: 'Patient', name: [name] })).toContain(
      '<given value="A"/><given><extension url="u"><valueCode value="masked"/></extension></given>',
    );
  });

  it('writes the id of an element and the url of an extension as attributes, the url of an attachment as element', () => {
    const xml = body({
      resourceType: 'Composition',
      section: [{ id: 's1' }],
      content: { url: 'documents/a' },
    });
    expect(xml).toContain('<section id="s1"/><content><url value="documents/a"/></content>');
  });

  it('keeps the digits of decimals', () => {
    const valueQuantity = { value: decimal('1.50') };
    expect(body({ resourceType: 'Observation', valueQuantity })).toContain('<value value="1.50"/>');
  });

  it('escapes values, line ends included, and lets narrative through', () => {
    const div = '<div xmlns="http://www.w3.org/1999/xhtml"><p>a &amp; b</p></div>';
    const xml = body({
      resourceType: 'Basic',
      text: { status: 'generated', div },
      code: { text: 'a<b & "c"\n\td' },
    });
    expect(xml).toContain(`<text><status value="generated"/>${div}</text>`);
    expect(xml).toContain('<text value="a&lt;b &amp; &quot;c&quot;&#10;&#9;d"/>');
  });

  it('wraps resources inside resources', () => {
    const contained = [{ resourceType: 'Location', id: 'l' }];
    expect(body({ resourceType: 'Device', contained })).toContain(
      '<contained><Location><id value="l"/></Location></contained>',
    );
  });
});
