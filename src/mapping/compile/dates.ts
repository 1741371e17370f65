import { type At, asList, fault, isObject, part, type Scope } from './scope.ts';

/** Says which formats of dates are none: of the source, of tables, of columns. */
export function checkDates(
  root: At,
  scope: Scope,
  faultOfFormat: (format: string) => string | undefined,
): void {
  const check = (at: At): void => {
    for (const format of asList(at.value).map(String)) {
      const why = faultOfFormat(format);
      if (why !== undefined) fault(scope, at, 'rule', `"${format}" is no format of dates: ${why}`);
    }
  };
  const source = part(root, 'source');
  if (isObject(source.value)) check(part(source, 'date'));
  for (const table of inside(part(root, 'tables'))) {
    check(part(table, 'date'));
    for (const column of inside(part(table, 'columns'))) check(part(column, 'date'));
  }
}

const inside = (at: At): At[] =>
  isObject(at.value) ? Object.keys(at.value).map((key) => part(at, key)) : [];
