import { escapeHtml } from '../../explain/index.ts';
import { cellText, standsRight } from '../cells.ts';
import { type BarsPart, type Cell, type Column, count, type Part, type TablePart, text } from '../model.ts';
import { number } from '../words.ts';
import { barsHtml } from './bars.ts';
import { yearsHtml } from './years.ts';

/** One part of a section; `id` is its own on the page. */
export function partHtml(part: Part, id: string): string {
  switch (part.part) {
    case 'table':
      return tableHtml(part);
    case 'bars':
      return `${barsHtml(part, id)}${part.hasTable ? '' : tableHtml(numbersOf(part))}`;
    case 'years':
      return yearsHtml(part, id);
    case 'text':
      return textHtml(part);
    case 'signatures':
      return `<div class="signatures">${part.roles.map((role) => `<div><p>${escapeHtml(role)}</p><p class="line">Name</p><p class="line">Signature, date</p></div>`).join('')}</div>`;
  }
}

function textHtml({ text: words, tone }: Extract<Part, { part: 'text' }>): string {
  if (tone === 'code') return `<pre><code>${escapeHtml(words)}</code></pre>`;
  return `<p class="${tone}">${escapeHtml(words)}</p>`;
}

/** The numbers that bars are made of. */
const numbersOf = ({ title, series, bars }: BarsPart): TablePart => ({
  part: 'table',
  title: `${title}, in numbers`,
  columns: [text(''), ...series.map(({ label }) => count(label))],
  rows: bars.map(({ label, values }) => [label, ...values]),
});

const tableHtml = ({ title, columns, rows, note, shown = rows.length }: TablePart): string => {
  const more = rows.length - shown;
  const foot = [more > 0 ? `${number(more)} more in the CSV table.` : '', note ?? '']
    .filter(Boolean)
    .join(' ');
  return `<div class="table"><div class="scroll"><table><caption>${escapeHtml(title)}</caption>
<thead><tr>${columns.map((column) => `<th scope="col"${right(column)}>${escapeHtml(column.title)}</th>`).join('')}</tr></thead>
<tbody>
${rows
  .slice(0, shown)
  .map((row) => rowHtml(row, columns))
  .join('\n')}
</tbody></table></div>${foot ? `<p class="note">${escapeHtml(foot)}</p>` : ''}</div>`;
};

const right = (column: Column): string => (standsRight(column) ? ' class="right"' : '');

const rowHtml = (row: readonly Cell[], columns: readonly Column[]): string =>
  `<tr>${row.map((cell, at) => cellHtml(cell, columns[at], at)).join('')}</tr>`;

function cellHtml(cell: Cell, column: Column | undefined, at: number): string {
  const words = escapeHtml(cellText(cell));
  const inner = column?.kind === 'code' ? `<code>${words}</code>` : words;
  if (at === 0) return `<th scope="row">${inner}</th>`;
  const classes = [column && standsRight(column) ? 'right' : '', cell === 0 ? 'zero' : '']
    .filter(Boolean)
    .join(' ');
  return `<td${classes ? ` class="${classes}"` : ''}>${inner}</td>`;
}
