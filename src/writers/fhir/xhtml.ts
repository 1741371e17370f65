const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as it stands in XHTML. */
export const escapeText = (text: string): string => text.replace(/[&<>]/g, (one) => entities[one] ?? one);
