/** The words of a text in lower case, one space before and after each: so that ` prn ` is found in "1 q6h, PRN". */
export const wordsOf = (text: string): string =>
  ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;
