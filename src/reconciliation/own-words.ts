/** A word of the source that so many charts have is one of its vocabulary, and not of one patient. */
const enough = 3;

/** What stands for a word that fewer charts have; the protected part has it. */
export const withheld = '(in fewer than 3 charts)';

/** Whether a word of the source may be shown outside of the protected part. */
export const isShown = (charts: number | undefined): boolean => (charts ?? 0) >= enough;
