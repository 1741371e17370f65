import type { Trend } from './blocks.ts';
import type { Flow } from './flow.ts';
import type { Element } from './pdfkit.ts';
import { hairline, rule } from './style.ts';

export const trendHeight = 16;

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Points = readonly (readonly [x: number, y: number])[];

/** Points in a frame, the lowest value at its foot. */
export function framed(
  points: Points,
  { x, y, width, height }: Frame,
  all: Points = points,
): [number, number][] {
  const xs = all.map(([at]) => at);
  const ys = all.map(([, value]) => value);
  const [left, low] = [Math.min(...xs), Math.min(...ys)];
  const [long, high] = [Math.max(...xs) - left || 1, Math.max(...ys) - low || 1];
  return points.map(([at, value]) => [
    x + ((at - left) / long) * width,
    y + height - ((value - low) / high) * height,
  ]);
}

/** A small line of values; the last one is marked. */
export function drawTrend(
  flow: Flow,
  { points, words }: Trend,
  { element, x, width }: { element: Element; x: number; width: number },
): void {
  const height = trendHeight * flow.scale;
  const frame = { x: x + 2, y: flow.y + 3, width: Math.min(width, 74 * flow.scale) - 6, height: height - 6 };
  const bbox = [frame.x - 2, flow.y, frame.x + frame.width + 3, flow.y + height] as const;
  const figure = flow.canvas.element('Figure', element, { alt: words, bbox });
  flow.canvas.content(figure, 'Figure', () => {
    const way = framed(points, frame);
    const foot = frame.y + frame.height;
    flow.canvas.rule([frame.x, foot + 2], [frame.x + frame.width, foot + 2], hairline, 0.4);
    flow.canvas.path(way, rule, 0.9);
    const last = way.at(-1);
    if (last) flow.canvas.dot(last, rule, 3);
  });
  figure.end();
  flow.y += height;
}
