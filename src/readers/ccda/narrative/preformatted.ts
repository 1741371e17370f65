const line = /\r\n|\r|\n/;

/**
 * Whether the line breaks of a text run carry meaning.
 *
 * HTML folds them, and for a run that a pretty-printer wrapped this is right: its further lines are indented. But
 * some systems put a plain text report into the narrative, which is unreadable in one line. Such a run has a
 * further line at column 0, a blank line between others, or columns set with spaces. A doubtful run keeps its
 * breaks: a ragged line is harmless, lost lines are not.
 */
export function isPreformatted(text: string): boolean {
  if (!text.includes('\n')) return false;
  const inner = text.trim();
  if (!inner.includes('\n')) return false;
  return /\n\S/.test(inner) || /\n[ \t\r]*\n/.test(inner) || /\S(?: {3,}|[ \t]*\t[ \t]*)\S/.test(inner);
}

/** The lines of a preformatted run, the indentation common to all further lines taken away. */
export function preformattedLines(text: string): string[] {
  const lines = text.trim().split(line);
  let indent = Number.POSITIVE_INFINITY;
  for (const further of lines.slice(1)) {
    if (further.trim() !== '') indent = Math.min(indent, further.search(/[^ \t]/));
  }
  return lines.map((each, index) => (index === 0 ? each : each.slice(indent)).trimEnd());
}

/** The lines of a run that says itself that its white space counts. */
export function preservedLines(text: string): string[] {
  return text.split(line);
}
