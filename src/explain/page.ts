import type { Answer } from './explain.ts';
import { escapeHtml, hunksOf, type SourceLine } from './page-source.ts';
import { script, style } from './page-style.ts';

/** What a page shows: a resource's values and the lines of its sources. */
export interface PageContent {
  readonly address: string;
  readonly answers: readonly Answer[];
  /** The lines of each source, by its file's name. */
  readonly lines: ReadonlyMap<string, readonly string[]>;
}

/** One page that needs nothing else: the lines of the source on the left, the values of the resource on the right. */
export function page({ address, answers, lines }: PageContent): string {
  const hunks = hunksOf(answers, lines);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>Where ${escapeHtml(address)} comes from</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Where <code>${escapeHtml(address)}</code> comes from</h1>
<p class="warning"><strong>This page holds patient data.</strong> Keep it as you keep the chart. It loads nothing and sends nothing.</p>
</header>
<main>
<section aria-labelledby="source">
<h2 id="source">Source</h2>
${hunks.map(hunk).join('\n')}
</section>
<section aria-labelledby="result">
<h2 id="result">Result</h2>
<table>
<caption>Each value with the way it was found and the lines that give it</caption>
<thead><tr><th scope="col">Element</th><th scope="col">Value</th><th scope="col">From</th></tr></thead>
<tbody>
${answers.map((answer, index) => row(answer, index, hunks)).join('\n')}
</tbody>
</table>
</section>
</main>
<script>${script}</script>
</body>
</html>
`;
}

type Hunk = ReturnType<typeof hunksOf>[number];

const hunk = ({ file, parts }: Hunk): string =>
  `<h3>${escapeHtml(file)}</h3>\n${parts.map((part) => `<ol class="lines">\n${part.map(line).join('\n')}\n</ol>`).join('\n')}`;

function line({ id, number, html, values }: SourceLine): string {
  const back = values
    .map((value) => `<a href="#v${value}" aria-label="value ${value + 1}">${value + 1}</a>`)
    .join(' ');
  const marks =
    values.length > 0 ? ` data-to="${values.map((value) => `v${value}`).join(' ')}" class="used"` : '';
  return `<li id="${id}" value="${number}"${marks}><code>${html}</code>${back ? ` <span class="back">${back}</span>` : ''}</li>`;
}

function row({ path, value, words, file, spots }: Answer, index: number, hunks: readonly Hunk[]): string {
  const source = hunks.find((one) => one.file === file);
  const targets = spots.flatMap((spot) => source?.idOf(spot.line) ?? []);
  const links = spots.map((spot) => {
    const id = source?.idOf(spot.line);
    const text = `line ${spot.line}`;
    return id ? `<a href="#${id}">${text}</a>` : text;
  });
  const at = links.length > 0 ? `, ${links.join(', ')}` : '';
  return `<tr id="v${index}" data-to="${targets.join(' ')}"><th scope="row"><code>${escapeHtml(path)}</code></th><td>${escapeHtml(short(value))}</td><td>${escapeHtml(words)}${at}</td></tr>`;
}

const longest = 400;
const short = (value: string): string => (value.length > longest ? `${value.slice(0, longest)}…` : value);
