import { escapeHtml } from '../../explain/index.ts';
import type { Check, Figure, Report, Section, Standing } from '../model.ts';
import { number } from '../words.ts';
import { partHtml } from './part.ts';
import { style } from './style.ts';

/** The report as one page that needs nothing else: no network, no script. */
export function reportPage(report: Report): string {
  const { title, program, asOf, verdict, figures, checks, sections } = report;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(`${title}: ${verdict.headline}`)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#contents">Skip to the contents</a>
<header>
<p class="kicker">${escapeHtml(title)} · ${escapeHtml(program)} · as of <time datetime="${escapeHtml(asOf)}">${escapeHtml(asOf.slice(0, 10))}</time></p>
<div class="verdict ${verdict.standing}">
<h1>${escapeHtml(verdict.headline)}</h1>
${verdict.words.map((words) => `<p>${escapeHtml(words)}</p>`).join('\n')}
</div>
<dl class="figures">${figures.map(figure).join('')}</dl>
${checksHtml(checks)}
</header>
<nav id="contents" aria-label="Contents"><ol>${sections.map(entry).join('')}</ol></nav>
<main>
${sections.map(section).join('\n')}
</main>
<footer><p>Nothing on this page is patient data. What is lies in the folder <code>protected</code> beside it; keep that as you keep the charts.</p></footer>
</body>
</html>
`;
}

const figure = ({ label, value, note }: Figure): string =>
  `<div><dt>${escapeHtml(label)}</dt><dd>${number(value)}${note ? `<small>${escapeHtml(note)}</small>` : ''}</dd></div>`;

const standingWords: Readonly<Record<Standing, string>> = {
  good: 'in order',
  look: 'to look at',
  bad: 'not in order',
  none: '',
};

/** A standing in a word, with a mark for the eye: never in colour alone. */
const mark = (standing: Standing): string =>
  standing === 'none' ? '' : `<span class="mark ${standing}">${standingWords[standing]}</span>`;

const entry = ({ id, title, standing }: Section): string =>
  `<li><a href="#${id}">${escapeHtml(title)}</a>${mark(standing)}</li>`;

const section = ({ id, title, lead, standing, parts }: Section, index: number): string =>
  `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title"><span class="number">${index + 1}</span> ${escapeHtml(title)} ${mark(standing)}</h2>
<p class="lead">${escapeHtml(lead)}</p>
${parts.map((part, at) => partHtml(part, `${id}-${at + 1}`)).join('\n')}
</section>`;

function checksHtml(checks: readonly Check[]): string {
  if (checks.length === 0) return '';
  const rows = checks.map(
    ({ words, limit, value, passed }) =>
      `<tr><th scope="row">${escapeHtml(words)}</th><td class="right">${escapeHtml(limit)}</td><td class="right">${escapeHtml(value)}</td><td><span class="mark ${passed ? 'good' : 'bad'}">${passed ? 'met' : 'not met'}</span></td></tr>`,
  );
  return `<div class="scroll"><table class="checks"><caption>Thresholds</caption><thead><tr><th scope="col">What</th><th scope="col" class="right">Limit</th><th scope="col" class="right">Found</th><th scope="col">Result</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
