/** The elements a FHIR narrative may hold (txt-1) that we write: HTML 4 chapters 7-11 and 15, without ins and del (9.4). */
export const allowedElements: ReadonlySet<string> = new Set(
  (
    'div p br span a b i sub sup h1 h2 h3 h4 h5 h6 hr blockquote ul ol li img ' +
    'table caption colgroup col thead tfoot tbody tr th td'
  ).split(' '),
);

const everywhere = ['id', 'class', 'style', 'title', 'lang'];
const alignment = ['align', 'valign', 'char', 'charoff'];
const cell = [...alignment, 'abbr', 'axis', 'headers', 'scope', 'colspan', 'rowspan', 'width'];

const own: Readonly<Record<string, readonly string[]>> = {
  div: ['xmlns'],
  a: ['href'],
  img: ['src', 'alt'],
  table: ['summary', 'width', 'border', 'frame', 'rules', 'cellspacing', 'cellpadding'],
  colgroup: [...alignment, 'span', 'width'],
  col: [...alignment, 'span', 'width'],
  thead: alignment,
  tfoot: alignment,
  tbody: alignment,
  tr: alignment,
  th: cell,
  td: cell,
};

/** The attributes of each element, narrower than txt-1 so that every known validator accepts them. */
export const allowedAttributes: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...allowedElements].map((tag) => [tag, new Set([...everywhere, ...(own[tag] ?? [])])]),
);

/** The table attributes that mean the same in CDA and XHTML and are copied over. */
export const copiedAttributes: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(own)
    .filter(([tag]) => tag !== 'div' && tag !== 'a' && tag !== 'img')
    .map(([tag, names]) => [tag, new Set(names)]),
);
