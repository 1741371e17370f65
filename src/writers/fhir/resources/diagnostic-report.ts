import type { Participation, Report } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { noteExtensions } from '../datatypes/annotation.ts';
import { attachment } from '../datatypes/attachment.ts';
import { conceptAlways, concepts } from '../datatypes/concept.ts';
import { absentExtension, elementOf, originalText } from '../datatypes/extension.ts';
import { dated, instant, isSaid, period } from '../datatypes/when.ts';
import { everyField, everyOwnField } from '../every-field.ts';
import type { DiagnosticReport, Reference } from '../fhir-types.ts';
import { headOf } from '../head.ts';

/** The results of one examination as a DiagnosticReport. */
export function diagnosticReport(report: Report, context: Context): DiagnosticReport {
  const { status, categories, code, encounter, effective: _a, effectivePeriod: _b, ...more } = report;
  const { issued: _c, performers, interpreters, specimens, results, presentedForms, ...rest } = more;
  everyOwnField(rest);
  return resource<DiagnosticReport>(
    headOf('DiagnosticReport', report, { extension: noteExtensions(report.notes, context) }),
    {
      status,
      category: concepts(categories),
      code: conceptAlways(code),
      subject: context.subject,
      encounter: context.refer(encounter, 'encounter', 'encounter'),
    },
    effectiveOf(report, context),
    issuedOf(report),
    {
      performer: performers?.flatMap((one) => providerOf(one, 'performers', context)),
      resultsInterpreter: interpreters?.flatMap((one) => providerOf(one, 'interpreters', context)),
      specimen: specimens?.flatMap((one) => context.refer(one, 'specimens', 'specimen') ?? []),
      result: results?.flatMap((one) => context.refer(one, 'results', 'observation') ?? []),
      presentedForm: presentedForms?.map((one) => attachment(one, context)),
    },
  );
}

/** FHIR takes one effective[x]: the point, else the span. */
function effectiveOf({ effective, effectivePeriod }: Report, context: Context): Partial<DiagnosticReport> {
  if (!isSaid(effective)) return { effectivePeriod: period(effectivePeriod) };
  if (effectivePeriod) context.unwritten('effectivePeriod');
  return dated('effectiveDateTime', effective);
}

const out = ['partial', 'preliminary', 'final', 'amended', 'corrected', 'appended'];

/** FHIR takes a full instant; US Core requires one of every report that is out, so that there it is said to be unknown. */
function issuedOf({ issued, status }: Report): Partial<DiagnosticReport> {
  const full = instant(issued);
  if (full !== undefined) return { issued: full };
  const stated = issued?.literal ?? issued?.value;
  if (stated === undefined && !out.includes(status)) return {};
  return { _issued: elementOf(stated === undefined ? undefined : originalText(stated), absentExtension()) };
}

/** Who it was; a role and a time have no place here. */
function providerOf(one: Participation, field: string, context: Context): Reference[] {
  const { who, time: _a, roles: _b, period: _c, ...rest } = one;
  everyField(rest);
  return [context.refer(who, field, 'provider') ?? []].flat();
}
