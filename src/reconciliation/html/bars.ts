import { escapeHtml } from '../../explain/index.ts';
import type { BarsPart, Series } from '../model.ts';
import { number } from '../words.ts';

/** Bars as drawings in a grid, so that they are as wide as the page and their words as large as its letters. */
export function barsHtml({ title, words, series, bars, scale }: BarsPart, id: string): string {
  const longest = Math.max(1, ...bars.map(({ values }) => sum(values)));
  const used = series.filter((_, at) => bars.some(({ values }) => (values[at] ?? 0) > 0));
  const rows = bars.map(({ label, values }) => {
    const total = sum(values);
    return `<div class="bar-label">${escapeHtml(label)}</div>${barSvg({ label, values, series, whole: scale === 'share' ? total : longest })}<div class="bar-total">${number(total)}</div>`;
  });
  return `<figure aria-labelledby="${id}-caption">
<figcaption id="${id}-caption"><strong>${escapeHtml(title)}</strong> <span>${escapeHtml(words)}</span></figcaption>
<ul class="legend" aria-hidden="true">${used.map(({ label, tone }) => `<li><svg viewBox="0 0 10 10"><rect class="${tone}" width="10" height="10"/></svg>${escapeHtml(label)}</li>`).join('')}</ul>
<div class="bars">${rows.join('\n')}</div>
</figure>`;
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

interface Bar {
  readonly label: string;
  readonly values: readonly number[];
  readonly series: readonly Series[];
  readonly whole: number;
}

/** What is not nothing is at least so wide that it can be seen. */
const least = 0.4;

function barSvg({ label, values, series, whole }: Bar): string {
  const words = values.flatMap((value, at) => (value > 0 ? [`${number(value)} ${series[at]?.label}`] : []));
  const widths = values.map((value) => (value > 0 && whole > 0 ? Math.max(least, (100 * value) / whole) : 0));
  const stretch = Math.min(1, 100 / Math.max(1e-9, sum(widths)));
  let x = 0;
  const rects = widths.map((width, at) => {
    const own = width * stretch;
    const rect =
      own > 0
        ? `<rect class="${series[at]?.tone}" x="${x.toFixed(2)}" width="${own.toFixed(2)}" height="10"/>`
        : '';
    x += own;
    return rect;
  });
  return `<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="${escapeHtml(`${label}: ${words.join(', ') || 'none'}`)}"><rect class="ground" width="100" height="10"/>${rects.join('')}</svg>`;
}
