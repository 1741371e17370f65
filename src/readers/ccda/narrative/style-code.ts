const css: Readonly<Record<string, string>> = {
  bold: 'font-weight: bold',
  italics: 'font-style: italic',
  bolditalics: 'font-weight: bold; font-style: italic',
  emphasis: 'font-style: italic',
  underline: 'text-decoration: underline',
  linethrough: 'text-decoration: line-through',
  lrule: 'border-left: 1px solid',
  rrule: 'border-right: 1px solid',
  toprule: 'border-top: 1px solid',
  botrule: 'border-bottom: 1px solid',
  pre: 'white-space: pre-wrap',
};

const listCss: Readonly<Record<string, string>> = {
  arabic: 'list-style-type: decimal',
  littleroman: 'list-style-type: lower-roman',
  bigroman: 'list-style-type: upper-roman',
  littlealpha: 'list-style-type: lower-alpha',
  bigalpha: 'list-style-type: upper-alpha',
  disc: 'list-style-type: disc',
  circle: 'list-style-type: circle',
  square: 'list-style-type: square',
};

/** How an element looks: class names and CSS declarations. */
export interface Look {
  readonly classes: readonly string[];
  readonly style: readonly string[];
}

/** A styleCode as CSS where CDA gives it a meaning, as class names elsewhere. */
export function lookOf(styleCode: string, isList: boolean): Look {
  const classes: string[] = [];
  const style: string[] = [];
  for (const code of styleCode.split(/\s+/)) {
    const declaration = declarationOf(code.toLowerCase(), isList);
    if (declaration !== undefined) style.push(declaration);
    else if (code !== '') classes.push(code);
  }
  return { classes, style };
}

function declarationOf(code: string, isList: boolean): string | undefined {
  if (Object.hasOwn(css, code)) return css[code];
  return isList && Object.hasOwn(listCss, code) ? listCss[code] : undefined;
}
