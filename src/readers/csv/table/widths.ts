/** The cells of a line of fixed widths, without the blanks that fill them up; what stands after the last column is one cell more. */
export function cutWidths(text: string, widths: readonly number[]): string[] {
  const cells: string[] = [];
  let from = 0;
  for (const width of widths) {
    cells.push(text.slice(from, from + width).trim());
    from += width;
  }
  const rest = text.slice(from).trim();
  return rest === '' ? cells : [...cells, rest];
}
