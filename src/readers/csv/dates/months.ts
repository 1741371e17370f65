const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What may stand for the name of a month: three letters, four for June, July and September, or all of them. */
export const monthPattern =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** `8` for Aug, August or AUG. */
export const monthNumber = (name: string): string =>
  String(names.indexOf(name.slice(0, 3).toLowerCase()) + 1);
