import type { Block, Cell, Text } from '../../../document/index.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec ene abr ago dic'.split(' ');
const monthNumber = (name: string): number => {
  const at = months.indexOf(name.slice(0, 3).toLowerCase());
  return at < 12 ? at + 1 : ([1, 4, 8, 12][at - 12] ?? 0);
};

const iso = (year: string, month: string | number, day: string): string =>
  ` ${year}${String(month).padStart(2, '0')}${day.padStart(2, '0')} `;

/** Dates in one form, however they are written, so that they can be told to be the same. */
const withDates = (text: string): string =>
  text
    .replace(/\b(\d{4})-(\d\d)-(\d\d)/g, (_, y, m, d) => iso(y, m, d))
    .replace(/\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g, (_, m, d, y) => iso(y, m, d))
    .replace(/\b(\d{4})(\d\d)(\d\d)(?=\d{2,}|\b)/g, (_, y, m, d) => iso(y, m, d))
    .replace(/\b(\d{1,2})[- ]([A-Za-z]{3,9})[- ,]+(\d{4})\b/g, (all, d, m, y) =>
      monthNumber(m) ? iso(y, monthNumber(m), d) : all,
    )
    .replace(/\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})\b/g, (all, m, d, y) =>
      monthNumber(m) ? iso(y, monthNumber(m), d) : all,
    );

const tokens = /[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu;

/** The words of a text, as they are told to be the same. */
export const wordsOf = (text: string): string[] =>
  [...withDates(text.normalize('NFKC')).toLowerCase().matchAll(tokens)].map(([word]) =>
    /^[\d.,]+$/.test(word) ? word.replace(/,(?=\d{3})/g, '').replace(/^0+(?=\d)/, '') : word,
  );

const plain = (text: Text): string =>
  typeof text === 'string' ? text : text.map(({ text }) => text).join('');

const cellTexts = ({ text }: Cell): string[] => text.map(plain);

/** All texts of blocks; `isSaid` leaves out what only names columns. */
export function textsOf(blocks: readonly Block[], isSaid: boolean): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.block) {
      case 'heading':
      case 'preformatted':
        return [block.text];
      case 'paragraph':
        return [plain(block.text)];
      case 'list':
        return block.items.flatMap((item) => textsOf(item, isSaid));
      case 'table': {
        const head = isSaid
          ? []
          : [...block.columns.map(({ title }) => title), ...(block.head ?? []).flat().flatMap(cellTexts)];
        const cells = block.rows.flat().filter(({ header }) => !(isSaid && header));
        return [...head, ...cells.flatMap(cellTexts)];
      }
      default:
        return [];
    }
  });
}

/** Whether blocks say a word that is not printed. */
export const saysMore = (blocks: readonly Block[], printed: ReadonlySet<string>): boolean =>
  blocks.some(({ block }) => block === 'picture') ||
  textsOf(blocks, true).some((text) => wordsOf(text).some((word) => !printed.has(word)));
