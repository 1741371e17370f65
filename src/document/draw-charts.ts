import type { Chart, Charts } from './blocks.ts';
import { framed, type Points } from './draw-trend.ts';
import type { Flow } from './flow.ts';
import type { Element } from './pdfkit.ts';
import { type Colour, hairline, looks, rule, sizes } from './style.ts';

const tall = 74;
const between = 18;
const colours: readonly Colour[] = [rule, looks.alert.colour, looks.quiet.colour];

/** Charts side by side, two in a row. */
export function drawCharts(flow: Flow, { charts }: Charts, parent: Element): void {
  const wide = (flow.width - between) / 2;
  for (let at = 0; at < charts.length; at += 2) {
    flow.ensure((tall + 34) * flow.scale);
    const top = flow.y;
    for (const [index, chart] of charts.slice(at, at + 2).entries()) {
      flow.y = top;
      drawChart(flow, chart, { parent, x: flow.left + index * (wide + between), width: wide });
    }
    flow.y += 4 * flow.scale;
  }
}

interface Place {
  readonly parent: Element;
  readonly x: number;
  readonly width: number;
}

function drawChart(flow: Flow, chart: Chart, { parent, x, width }: Place): void {
  const height = (tall + 30) * flow.scale;
  const bbox = [x, flow.y, x + width, flow.y + height] as const;
  const figure = flow.canvas.element('Figure', parent, { alt: chart.words, bbox });
  const top = flow.y;
  flow.canvas.content(figure, 'Figure', () => {
    write(flow, chart.title, { x, width, term: true });
    flow.y = top + 13 * flow.scale;
    drawLines(flow, chart, { x: x + 26 * flow.scale, y: flow.y + 4, width: width - 74 * flow.scale });
    flow.y = top + (tall + 16) * flow.scale;
    const inner = { x: x + 26 * flow.scale, width: width - 74 * flow.scale };
    write(flow, chart.from, inner);
    write(flow, chart.to, { ...inner, right: true });
  });
  figure.end();
  flow.y = top + height;
}

interface Words {
  readonly x: number;
  readonly width: number;
  readonly right?: boolean;
  readonly term?: boolean;
}

function write(flow: Flow, text: string, { term = false, ...place }: Words): void {
  const { lines, size } = flow.lines([{ text, tone: term ? 'term' : 'quiet' }], sizes.small, place);
  if (lines[0]) flow.draw(lines[0], size, place);
}

function drawLines(flow: Flow, { series }: Chart, at: { x: number; y: number; width: number }): void {
  const all: Points = series.flatMap(({ points }) => points);
  const frame = { ...at, height: (tall - 14) * flow.scale };
  const values = all.map(([, value]) => value);
  drawScale(flow, [Math.min(...values), Math.max(...values)], frame);
  const taken: number[] = [];
  for (const [index, { label, points }] of series.entries()) {
    const colour = colours[index % colours.length] ?? rule;
    const way = framed(points, frame, all);
    flow.canvas.path(way, colour, 1);
    for (const point of way) flow.canvas.dot(point, colour);
    const last = way.at(-1);
    if (!last) continue;
    const y = apart(last[1] - 6 * flow.scale, taken, 11 * flow.scale);
    flow.y = y;
    write(flow, label, { x: frame.x + frame.width + 4, width: 46 * flow.scale });
  }
}

function drawScale(
  flow: Flow,
  [low, high]: [number, number],
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): void {
  for (const [value, at] of [
    [high, y],
    [low, y + height],
  ] as const) {
    flow.canvas.rule([x, at], [x + width, at], hairline, 0.5);
    flow.y = at - 6 * flow.scale;
    write(flow, String(Math.round(value * 10) / 10), {
      x: x - 28 * flow.scale,
      width: 24 * flow.scale,
      right: true,
    });
  }
}

/** A place that no other label has. */
function apart(y: number, taken: number[], step: number): number {
  let place = y;
  while (taken.some((one) => Math.abs(one - place) < step)) place += step;
  taken.push(place);
  return place;
}
