/** What a spreadsheet would take for a formula. */
const formula = /^[=+\-@\t\r]/;

const cell = (text: string): string => {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One line of a CSV file (RFC 4180) that no spreadsheet computes with. */
export const csvLine = (cells: readonly (string | undefined)[]): string =>
  `${cells.map((text) => cell(text ?? '')).join(',')}\r\n`;
