const nulls: ReadonlySet<string> = new Set(['', 'null', 'nan', '\\n', '(null)', '#n/a', 'nil', '<null>']);

/** Words by which programs write that nothing is there. */
export const isNull = (text: string): boolean => text.length <= 6 && nulls.has(text.toLowerCase());
