import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { facts, person, tables } from '../../../../test/fact-rows.ts';
import { convertRows, mappingOf } from '../../../../test/mapped-rows.ts';

describe('a file that a row names', () => {
  const rule = `  - from: facts
    to: note
    fields: { type: letter }
    attachments: { path: "scans/\${CODE}.pdf", type: application/pdf, sha256: $HASH, title: $CODE }
`;
  const bytes = Buffer.from('%PDF-');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const scanBeside = (file: string, name: string) =>
    file === 'facts.csv' && name === 'scans/a.pdf'
      ? { name, sha256, sha1: '', size: 5, pages: 2, faults: [], parts: () => [bytes] }
      : undefined;
  const letters = (rows: string) =>
    convertRows(
      mappingOf(`${tables}records:\n${person}${rule}`),
      { facts: `PERSON|CODE|HASH\n${rows}` },
      { options: { scanBeside } },
    );

  it('is the content of a note, named by its hash and handed to the run', () => {
    const { contribution } = letters(`p1|a|${sha256.toUpperCase()}`);
    const [letter] = contribution.statements.note ?? [];
    expect(letter?.contents).toMatchObject([{ contentType: 'application/pdf', title: 'a', sha256, size: 5 }]);
    const [kept] = contribution.embedded ?? [];
    expect(kept).toMatchObject({ sha256, file: 'scans/a.pdf', mediaType: 'application/pdf' });
    expect(Buffer.concat([...(kept?.parts() ?? [])]).equals(bytes)).toBe(true);
  });

  it('that is missing, or another one, sets its row aside', () => {
    const { contribution, quarantined } = letters('p1|b|\np1|a|00');
    expect(contribution.statements.note).toBeUndefined();
    expect(quarantined.map(({ row, rule: name }) => [row.line, name])).toEqual([
      [2, 'file-missing'],
      [3, 'file-differs'],
    ]);
  });

  it('of words stands in the note, the long ones beside it', () => {
    const words = '  - { from: facts, to: note, fields: { type: letter, contents: [{ text: $TEXT }] } }\n';
    const { contribution } = facts(words, `PERSON|CODE|TEXT\np1|a|Grüße\np1|b|${'x'.repeat(70_000)}`);
    const [short, long] = contribution.statements.note ?? [];
    expect(short?.contents).toEqual([
      { contentType: 'text/plain; charset=utf-8', data: Buffer.from('Grüße').toString('base64') },
    ]);
    expect(long?.contents?.[0]).toMatchObject({ size: 70_000 });
    expect(contribution.embedded).toHaveLength(1);
  });
});
