import type { SourcePoint } from '../../record/index.ts';

/** What tells an element's form and nothing of the patient. */
const formal = new Set([
  'classCode',
  'moodCode',
  'typeCode',
  'xsi:type',
  'contextConductionInd',
  'inversionInd',
  'codeSystem',
  'root',
  'determinerCode',
  'assigningAuthorityName',
]);
const silent = new Set(['templateId', 'text']);
const most = 60;

/** Everything that a source says in an element, a line a part of it, in the source's own words and order. */
export function sourceLines(point: SourcePoint): string[] {
  const lines = [...linesIn(point, '')];
  return lines.length > most ? [...lines.slice(0, most), `… and ${lines.length - most} lines more`] : lines;
}

function* linesIn(point: SourcePoint, above: string): Generator<string> {
  const { name = '', attributes = {}, children = [] } = point;
  if (silent.has(name)) return;
  const said = Object.entries(attributes).filter(([key]) => !formal.has(key) && !key.startsWith('xmlns'));
  const text = children
    .filter((child) => typeof child === 'string')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  const words = [
    ...said.map(([key, value]) => `${key === 'value' || key === 'extension' ? '' : `${key} `}${value}`),
    text,
  ];
  const own = words.filter(Boolean).join(', ');
  if (own !== '') yield `${[above, name].filter(Boolean).join(' › ')}: ${own}`;
  for (const child of children) {
    if (typeof child !== 'string') yield* linesIn(child, shortened(name));
  }
}

/** Names that only hold others together say nothing by themselves. */
const shortened = (name: string): string =>
  /^(act|entryRelationship|observation|organizer|component|substanceAdministration|procedure|encounter|supply)$/.test(
    name,
  )
    ? ''
    : name;
