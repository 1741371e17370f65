import { describe, expect, it } from 'vitest';
import { columnText, readColumn, readTemplate } from './template.ts';

describe('a text with columns', () => {
  it.each([
    ['final', ['final']],
    ['$CODE', [{ path: ['CODE'] }]],
    ['$FIRST $LAST', [{ path: ['FIRST'] }, ' ', { path: ['LAST'] }]],
    ['${Column with spaces}', [{ path: ['Column with spaces'] }]],
    ['$VISIT.PROVIDER.NAME', [{ path: ['VISIT', 'PROVIDER', 'NAME'] }]],
    ['$VISIT.{Seen by}', [{ path: ['VISIT', 'Seen by'] }]],
    ['${name}.pdf', [{ path: ['name'] }, '.pdf']],
    ['files/$pid/$name', ['files/', { path: ['pid'] }, '/', { path: ['name'] }]],
    ['Seen by $NAME.', ['Seen by ', { path: ['NAME'] }, '.']],
    ['$$5', ['$5']],
    ['5 $', ['5 $']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(readTemplate(text)).toEqual(expected);
  });

  it.each(['$CODE', '$VISIT.PROVIDER', '${Column with spaces}', '$VISIT.{Seen by}'])(
    'is written as it was read: %s',
    (text) => {
      const column = readColumn(text);
      expect(column && readColumn(columnText(column))).toEqual(column);
    },
  );

  it('is a column only where it is nothing else', () => {
    expect(readColumn('a $CODE')).toBeUndefined();
    expect(readColumn('CODE')).toBeUndefined();
  });
});
