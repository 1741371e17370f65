import { severityOf } from '../../issue/index.ts';
import { legalName } from '../../record/index.ts';
import { contributionsOf, type TalliedGroup } from './group.ts';

/** One chart in `patients.ndjson`: patient data, for the protected part of the report and for samples. */
export interface PatientLine {
  readonly id: string;
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  readonly name?: string | undefined;
  readonly birth?: string | undefined;
  readonly gender?: string | undefined;
  readonly identifiers: readonly (readonly [system: string, value: string])[];
  /** Statements of the record by kind, those without any left out. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly documents: number;
  readonly resources: number;
  readonly issues: { readonly error: number; readonly warning: number; readonly information: number };
  /** The files of the input that it was read from, those of tables left out. */
  readonly sources: readonly string[];
  /** The files of the run folder that hold it alone. */
  readonly files: readonly string[];
}

/** What the protected part tells of a chart; nothing where none came about. */
export function patientLine(group: TalliedGroup): PatientLine | undefined {
  const { record, rendered, documents, issues } = group;
  if (!record || contributionsOf(group).length === 0) return undefined;
  const { id, names = [], birth, gender, identifiers = [] } = record.patient;
  const name = legalName(names);
  const given = name?.given?.join(' ');
  return {
    id,
    family: name?.family,
    given,
    name: name?.text ?? ([given, name?.family].filter(Boolean).join(' ') || undefined),
    birth: birth?.value,
    gender,
    identifiers: identifiers.flatMap(({ system = '', value, absent }): [string, string][] =>
      value === undefined || absent !== undefined ? [] : [[system, value]],
    ),
    kinds: Object.fromEntries(
      Object.entries(record.statements).flatMap(([kind, items]) =>
        items.length > 0 ? [[kind, items.length]] : [],
      ),
    ),
    documents: documents.length,
    resources: rendered?.resources.length ?? 0,
    issues: countBySeverity(issues),
    sources: documents.map(({ file }) => file.name),
    files: rendered?.files.map(({ file }) => file) ?? [],
  };
}

function countBySeverity(issues: TalliedGroup['issues']): PatientLine['issues'] {
  const counts = { error: 0, warning: 0, information: 0 };
  for (const issue of issues) {
    const severity = severityOf(issue);
    counts[severity === 'fatal' ? 'error' : severity] += 1;
  }
  return counts;
}
