/** How bad an issue is, in FHIR's words. */
export type Severity = 'fatal' | 'error' | 'warning' | 'information';

/** What a code says: its severity, its FHIR issue type, its words and what the user does next. */
export interface Entry {
  readonly severity: Severity;
  /** A code of FHIR's issue-type value set. */
  readonly type: string;
  /** The words; `{name}` stands for a detail of the issue, and a detail is never a value from the input. */
  readonly text: string;
  readonly hint?: string;
}
