/** What reports and SQL tools write below the last row. */
const words = [
  /^((grand|sub|report)[\s_-]*)?totals?\s*(number of|of)?\s*(rows?|records?|lines?|patients?|count)?\s*[:=]?\s*[\d.,]*$/i,
  /^(rows?|records?|lines?|patients?)?\s*count\s*[:=]?\s*[\d.,]*$/i,
  /^(rows?|records?|lines?)\s*[:=]\s*[\d.,]+$/i,
  /^\(?\s*[\d.,]+\s+(rows?|records?|lines?)\b[^\d]*$/i,
  /^[-*=\s]*(end of (file|report|data|extract)|eof|trailer)\b[^\d]*[\d.,]*$/i,
];

/** Whether cells are a total rather than a row: they say so, and hold little besides. Only where no row follows do they count as one. */
export function isTotal(cells: readonly string[], width: number): boolean {
  const text = cells.find((cell) => cell !== '')?.trim() ?? '';
  if (text.length > 60 || !words.some((pattern) => pattern.test(text))) return false;
  return cells.length < width || cells.filter((cell) => cell !== '').length * 2 <= width;
}
