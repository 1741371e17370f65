import { escapeHtml } from '../../explain/index.ts';
import type { YearsPart } from '../model.ts';
import { number } from '../words.ts';

const size = { width: 720, height: 200, left: 48, right: 8, top: 10, bottom: 26 } as const;
const inner = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom };

/** Columns of what was written, with a line around them as high as the source: where they differ a gap is seen. */
export function yearsHtml({ title, words, years }: YearsPart, id: string): string {
  const known = years.filter(({ year }) => /^\d{4}$/.test(year));
  const first = Number(known[0]?.year ?? 0);
  const last = Number(known.at(-1)?.year ?? 0);
  const highest = Math.max(1, ...known.flatMap(({ source, target }) => [source, target]));
  const step = inner.width / Math.max(1, last - first + 1);
  const y = (value: number) => size.top + inner.height * (1 - value / highest);
  const columns = known.map(({ year, source, target }) => {
    const x = size.left + (Number(year) - first) * step;
    const width = Math.max(1, step - 2).toFixed(1);
    const rect = (tone: string, value: number) =>
      value > 0
        ? `<rect class="${tone}" x="${(x + 1).toFixed(1)}" y="${y(value).toFixed(1)}" width="${width}" height="${(size.top + inner.height - y(value)).toFixed(1)}"/>`
        : '';
    return `<g><title>${year}: source ${number(source)}, written ${number(target)}</title>${rect('target', target)}${rect('outline', source)}</g>`;
  });
  return `<figure aria-labelledby="${id}-caption">
<figcaption id="${id}-caption"><strong>${escapeHtml(title)}</strong> <span>${escapeHtml(words)}</span></figcaption>
<ul class="legend" aria-hidden="true"><li><svg viewBox="0 0 10 10"><rect class="target" width="10" height="10"/></svg>written</li><li><svg viewBox="0 0 10 10"><rect class="outline" x="1" y="1" width="8" height="8"/></svg>source</li></ul>
<svg class="years" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escapeHtml(`${title}. ${words}`)}">
${gridHtml(highest, y)}
${columns.join('\n')}
${ticksOf(first, last)
  .map(
    (year) =>
      `<text class="tick" text-anchor="middle" x="${(size.left + (year - first + 0.5) * step).toFixed(1)}" y="${size.height - 8}">${year}</text>`,
  )
  .join('')}
</svg>
</figure>`;
}

const gridHtml = (highest: number, y: (value: number) => number): string =>
  [...new Set([0, Math.round(highest / 2), highest])]
    .map(
      (value) =>
        `<line class="grid" x1="${size.left}" x2="${size.width - size.right}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}"/><text class="tick" text-anchor="end" x="${size.left - 6}" y="${(y(value) + 4).toFixed(1)}">${number(value)}</text>`,
    )
    .join('');

/** At most about a dozen years under the axis, round ones. */
function ticksOf(first: number, last: number): number[] {
  const span = last - first + 1;
  const step = [1, 2, 5, 10, 20, 50].find((one) => span / one <= 12) ?? 100;
  const start = Math.ceil(first / step) * step;
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, at) => start + at * step);
}
