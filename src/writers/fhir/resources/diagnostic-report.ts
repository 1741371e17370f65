import type { Participation, Report } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { noteExtensions } from '../datatypes/annotation.ts';
import { attachment } from '../datatypes/attachment.ts';
import { conceptAlways, concepts } from '../datatypes/concept.ts';
import { absentExtension, elementOf, originalText } from '../datatypes/extension.ts';
import { identifiers } from '../datatypes/identifier.ts';
import { narrative } from '../datatypes/narrative.ts';
import { dated, instant, isSaid, period } from '../datatypes/when.ts';
import { everyField } from '../every-field.ts';
import type { DiagnosticReport, Reference } from '../fhir-types.ts';

/** The results of one examination as a DiagnosticReport. */
export function diagnosticReport(report: Report, context: Context): DiagnosticReport {
  const {
    id,
    identifiers: numbers,
    text,
    authors: _provenance,
    informants: _sources,
    labels: _labels,
    notes,
    status,
    categories,
    ...more
  } = report;
  const { code, encounter, effective: _a, effectivePeriod: _b, issued: _c, performers, ...late } = more;
  const { interpreters, specimens, results, presentedForms, ...rest } = late;
  everyField(rest);
  return resource<DiagnosticReport>(
    {
      resourceType: 'DiagnosticReport',
      id,
      text: narrative(text),
      extension: noteExtensions(notes, context),
      identifier: identifiers(numbers),
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
