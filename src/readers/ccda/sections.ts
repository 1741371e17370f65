import type { ProblemCategory } from '../../record/index.ts';

/** What a section gives the statements in it. */
export interface SectionRules {
  readonly title: string;
  readonly loinc: readonly string[];
  /** Template ids of all releases, with entries required and optional, and those of C32 and the older CCD. */
  readonly templates: readonly string[];
  /** The category of problems that stand in it. */
  readonly problems?: ProblemCategory;
}

const ccda = (...tails: string[]): string[] => tails.map((tail) => `2.16.840.1.113883.10.20.22.2.${tail}`);
const ccd = (...tails: string[]): string[] => tails.map((tail) => `2.16.840.1.113883.10.20.1.${tail}`);
const c83 = (...tails: string[]): string[] => tails.map((tail) => `2.16.840.1.113883.3.88.11.83.${tail}`);

const section = (
  title: string,
  loinc: string | string[],
  templates: string[],
  problems?: ProblemCategory,
): SectionRules => ({
  title,
  loinc: [loinc].flat(),
  templates,
  ...(problems && { problems }),
});

/** The sections of C-CDA R1.1 to 2023+, C32 and CCD. One that does not stand here is kept whole as narrative. */
export const sections: readonly SectionRules[] = [
  section('Problems', '11450-4', [...ccda('5', '5.1'), ...ccd('11'), ...c83('103')], 'problem-list-item'),
  section('Allergies and intolerances', '48765-2', [...ccda('6', '6.1'), ...ccd('2'), ...c83('102')]),
  section('Medications', '10160-0', [...ccda('1', '1.1'), ...ccd('8'), ...c83('112')]),
  section('Medications administered', '29549-3', [...ccda('38'), ...c83('115')]),
  section('Admission medications', '42346-7', [...ccda('44'), ...c83('113')]),
  section('Discharge medications', ['10183-2', '75311-1'], [...ccda('11', '11.1'), ...c83('114')]),
  section('Immunizations', '11369-6', [...ccda('2', '2.1'), ...ccd('6'), ...c83('117')]),
  section('Procedures', '47519-4', [...ccda('7', '7.1'), ...ccd('12'), ...c83('108')]),
  section('Results', '30954-2', [...ccda('3', '3.1'), ...ccd('14'), ...c83('122')]),
  section('Vital signs', '8716-3', [...ccda('4', '4.1'), ...ccd('16'), ...c83('119')]),
  section(
    'Encounters',
    '46240-8',
    [...ccda('22', '22.1'), ...ccd('3'), ...c83('127')],
    'encounter-diagnosis',
  ),
  section('Social history', '29762-2', [...ccda('17'), ...ccd('15'), ...c83('126')]),
  section('Family history', '10157-6', [...ccda('15'), ...ccd('4'), ...c83('125')]),
  section('Functional status', '47420-5', [...ccda('14'), ...ccd('5'), ...c83('109')], 'health-concern'),
  section('Mental status', '10190-7', ccda('56'), 'health-concern'),
  section('Plan of treatment', '18776-5', [...ccda('10'), ...ccd('10'), ...c83('124')]),
  section('Assessment and plan', '51847-2', [...ccda('9'), '2.16.840.1.113883.10.20.2.7']),
  section('Assessment', '51848-0', ccda('8')),
  section('Goals', '61146-7', ccda('60')),
  section('Health concerns', '75310-3', ccda('58'), 'health-concern'),
  section('Health status evaluations and outcomes', '11383-7', ccda('61')),
  section('Interventions', '62387-6', ['2.16.840.1.113883.10.20.21.2.3']),
  section('Medical equipment', '46264-8', [...ccda('23'), ...ccd('7'), ...c83('128')]),
  section('Payers', '48768-6', [...ccda('18'), ...ccd('9'), ...c83('101')]),
  section('Advance directives', '42348-3', [...ccda('21', '21.1'), ...ccd('1'), ...c83('116')]),
  section('Care teams', '85847-2', ['2.16.840.1.113883.10.20.22.2.500']),
  section('Nutrition', '61144-2', ccda('57')),
  section('Past medical history', '11348-0', [...ccda('20'), ...c83('104')], 'problem-list-item'),
  section('History of present illness', '10164-2', ['1.3.6.1.4.1.19376.1.5.3.1.3.4', ...c83('107')]),
  section('Admission diagnosis', '46241-6', [...ccda('43'), ...c83('110')], 'encounter-diagnosis'),
  section(
    'Discharge diagnosis',
    ['11535-2', '78375-3'],
    [...ccda('24'), ...c83('111')],
    'encounter-diagnosis',
  ),
  section('Hospital course', '8648-8', ['1.3.6.1.4.1.19376.1.5.3.1.3.5', ...c83('121')]),
  section('Discharge instructions', '8653-8', ccda('41')),
  section('Discharge diet', '42344-2', ['1.3.6.1.4.1.19376.1.5.3.1.3.33']),
  section('Discharge physical', '10184-0', ['1.3.6.1.4.1.19376.1.5.3.1.3.26']),
  section('Discharge studies summary', '11493-4', ccda('16')),
  section('Hospital consultations', '18841-7', ccda('42')),
  section('Instructions', '69730-0', ccda('45')),
  section('Reason for referral', '42349-1', ['1.3.6.1.4.1.19376.1.5.3.1.3.1', ...c83('106')]),
  section('Reason for visit', '29299-5', ccda('12')),
  section('Chief complaint', '10154-3', ['1.3.6.1.4.1.19376.1.5.3.1.1.13.2.1', ...c83('105')]),
  section('Chief complaint and reason for visit', '46239-0', ccda('13')),
  section('Review of systems', '10187-3', ['1.3.6.1.4.1.19376.1.5.3.1.3.18', ...c83('120')]),
  section('Physical exam', '29545-1', ['2.16.840.1.113883.10.20.2.10', ...c83('118')]),
  section('General status', '10210-3', ['2.16.840.1.113883.10.20.2.5']),
  section('Medical (general) history', '11329-0', ccda('39')),
  section('Subjective', '61150-9', ['2.16.840.1.113883.10.20.21.2.2']),
  section('Objective', '61149-1', ['2.16.840.1.113883.10.20.21.2.1']),
  section(
    'Notes',
    ['11488-4', '28570-0', '11506-3', '11502-2', '34746-8', '34109-9', '18842-5', '18748-4', '11526-1'],
    ccda('65'),
  ),
  section('Foreign travel', '10182-4', ['1.3.6.1.4.1.19376.1.5.3.1.1.5.3.6']),
  section('Anesthesia', '59774-0', ccda('25')),
  section('Complications', '55109-3', ccda('37')),
  section('Planned procedure', '59772-4', ccda('30')),
  section('Procedure description', '29554-3', ccda('27')),
  section('Procedure disposition', '59775-7', ['2.16.840.1.113883.10.20.18.2.12']),
  section('Procedure estimated blood loss', '59770-8', ['2.16.840.1.113883.10.20.18.2.9']),
  section('Procedure findings', '59776-5', ccda('28')),
  section('Procedure implants', '59771-6', ccda('40')),
  section('Procedure indications', '59768-2', ccda('29')),
  section('Procedure specimens taken', '59773-2', ccda('31')),
  section('Preoperative diagnosis', '10219-4', ccda('34'), 'encounter-diagnosis'),
  section('Postoperative diagnosis', '10218-6', ccda('35'), 'encounter-diagnosis'),
  section('Postprocedure diagnosis', '59769-0', ccda('36'), 'encounter-diagnosis'),
  section('Surgical drains', '11537-8', ['2.16.840.1.113883.10.20.7.13']),
  section('Operative note fluids', '10216-0', ['2.16.840.1.113883.10.20.7.12']),
  section('Operative note surgical procedure', '10223-6', ['2.16.840.1.113883.10.20.7.14']),
  section('Summary purpose', '48764-5', ccd('13')),
  section('Findings (imaging)', '121070', ['2.16.840.1.113883.10.20.6.1.2']),
  section('Impressions (imaging)', '121072', []),
  section('DICOM object catalog', '121181', ['2.16.840.1.113883.10.20.6.1.1']),
];

const byTemplate = new Map(sections.flatMap((rules) => rules.templates.map((template) => [template, rules])));
const byCode = new Map(sections.flatMap((rules) => rules.loinc.map((code) => [code, rules])));

/** The rules of a section: its template says more surely what it is than its code. */
export const sectionRules = (
  templates: readonly string[],
  code: string | undefined,
): SectionRules | undefined =>
  templates.map((template) => byTemplate.get(template)).find((rules) => rules !== undefined) ??
  (code === undefined ? undefined : byCode.get(code.trim()));
