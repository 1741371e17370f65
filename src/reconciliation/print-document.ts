import type { Block, Cell as BlockCell, PrintDocument, Table } from '../document/index.ts';
import { cellText, standsRight } from './cells.ts';
import type { BarsPart, Check, Column, Figure, Part, Report, Section, Standing, TablePart } from './model.ts';
import { number, percent } from './words.ts';

/** The report as a document to print: the same items as the page, drawings as the numbers that they show. */
export function printedReport(report: Report, paper: 'letter' | 'a4' = 'letter'): PrintDocument {
  const { title, program, asOf, verdict, figures, checks, sections } = report;
  return {
    title: `${title}: ${verdict.headline}`,
    language: 'en',
    paper,
    scale: 1,
    created: asOf,
    producer: program,
    running: { name: title, alert: verdict.headline },
    footer: `${program}, as of ${asOf.slice(0, 10)}. No patient data.`,
    pageWords: 'Page {page} of {pages}',
    blocks: [
      { block: 'heading', level: 1, text: title },
      {
        block: 'paragraph',
        size: 'title',
        text: [{ text: verdict.headline, tone: toneOf(verdict.standing) }],
      },
      ...verdict.words.map((text): Block => ({ block: 'paragraph', size: 'large', text })),
      figuresTable(figures),
      ...(checks.length > 0 ? [checksTable(checks)] : []),
      ...sections.flatMap(sectionBlocks),
    ],
  };
}

const toneOf = (standing: Standing) => (standing === 'bad' ? 'alert' : 'term');

const cell = (text: string): BlockCell => ({ text: [text] });

const figuresTable = (figures: readonly Figure[]): Table => ({
  block: 'table',
  columns: [
    { title: 'Figure', share: 2 },
    { title: 'Count', share: 1, align: 'right' },
    { title: '', share: 3 },
  ],
  rows: figures.map(({ label, value, note }) => [cell(label), cell(number(value)), cell(note ?? '')]),
});

const checksTable = (checks: readonly Check[]): Table => ({
  block: 'table',
  columns: [
    { title: 'Threshold', share: 4 },
    { title: 'Limit', share: 1, align: 'right' },
    { title: 'Found', share: 1, align: 'right' },
    { title: 'Result', share: 1 },
  ],
  rows: checks.map(({ words, limit, value, passed }) => [
    cell(words),
    cell(limit),
    cell(value),
    { text: [[{ text: passed ? 'met' : 'NOT MET', tone: passed ? 'normal' : 'alert' }]] },
  ]),
});

const standingWords: Readonly<Record<Standing, string>> = {
  good: 'In order. ',
  look: 'To look at. ',
  bad: 'Not in order. ',
  none: '',
};

const sectionBlocks = ({ title, lead, standing, parts }: Section, index: number): Block[] => [
  { block: 'heading', level: 2, text: `${index + 1}  ${title}` },
  {
    block: 'paragraph',
    text: [
      ...(standing === 'none' ? [] : [{ text: standingWords[standing], tone: toneOf(standing) } as const]),
      { text: lead, tone: 'normal' },
    ],
  },
  ...parts.flatMap(partBlocks),
];

function partBlocks(part: Part): Block[] {
  switch (part.part) {
    case 'table':
      return tableBlocks(part);
    case 'bars':
      return part.hasTable ? [] : [heading(part.title), barsTable(part)];
    case 'years':
      return [];
    case 'text':
      return [
        part.tone === 'code'
          ? { block: 'preformatted', text: part.text }
          : {
              block: 'paragraph',
              text: [{ text: part.text, tone: part.tone === 'loud' ? 'alert' : 'normal' }],
            },
      ];
    case 'signatures':
      return [signatures(part.roles)];
  }
}

const heading = (text: string): Block => ({ block: 'heading', level: 3, text });

const small = (text: string): Block => ({
  block: 'paragraph',
  size: 'small',
  text: [{ text, tone: 'quiet' }],
});

function tableBlocks({ title, columns, rows, note, shown = rows.length }: TablePart): Block[] {
  const more = rows.length > shown ? `${number(rows.length - shown)} more in the CSV table. ` : '';
  const foot = `${more}${note ?? ''}`;
  if (rows.length === 0) return [heading(title), small(`None. ${foot}`.trim())];
  const shares = sharesOf(columns, rows);
  return [
    heading(title),
    {
      block: 'table',
      columns: columns.map((column, at) => ({
        title: column.title.replace('↓', '(down)').replace('→', '(across)'),
        share: shares[at] ?? 1,
        ...(standsRight(column) ? { align: 'right' as const } : {}),
      })),
      rows: rows.slice(0, shown).map((row) => row.map((one) => cell(cellText(one)))),
    },
    ...(foot === '' ? [] : [small(foot)]),
  ];
}

/** As wide as what stands in them, within limits. */
const sharesOf = (columns: readonly Column[], rows: TablePart['rows']): number[] =>
  columns.map(({ title }, at) => {
    const longest = Math.max(title.length * 0.7, ...rows.map((row) => cellText(row[at] ?? '').length));
    return Math.min(36, Math.max(7, longest));
  });

const barsTable = ({ series, bars }: BarsPart): Table => ({
  block: 'table',
  columns: [
    { title: '', share: 2.4 },
    ...series.map(({ label }) => ({ title: label, share: 1.6, align: 'right' as const })),
  ],
  rows: bars.map(({ label, values }) => {
    const whole = values.reduce((sum, one) => sum + one, 0);
    return [
      cell(label),
      ...values.map((value) => cell(value === 0 ? '0' : `${number(value)} (${percent(value, whole)})`)),
    ];
  }),
});

const signatures = (roles: readonly string[]): Table => ({
  block: 'table',
  columns: [
    { title: 'Role', share: 2 },
    { title: 'Name', share: 2 },
    { title: 'Signature', share: 2 },
    { title: 'Date', share: 1 },
  ],
  rows: roles.map((role) => [{ text: [role, ' ', ' '] }, cell(' '), cell(' '), cell(' ')]),
});
