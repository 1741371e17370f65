import { aCode, aDate, noDate, someWords, type Wish, wish } from '../wish.ts';

/** What is wanted of a table of problems or diagnoses. */
export const problem: readonly Wish[] = [
  wish('encounter', 'encounter', noDate, { refersTo: 'encounter', usual: true }),
  wish('code.code', 'code|diagnosis code|snomed|icd|icd code|snomed code', aCode),
  wish('code.system', 'system|code system|code type', someWords),
  wish('code.display', 'description|name|diagnosis|diagnosis name|title|code description', someWords),
  wish('onset', 'onset|start|noted', aDate),
  wish('abatement', 'end|resolved', aDate),
  wish('recorded', 'entered|reported|contact|diagnosis|date', aDate),
  wish('clinicalStatus', 'status|clinical status', someWords, { lookup: 'clinical-status' }),
  wish('severity', 'severity', someWords),
  wish('type', 'type|class|category', someWords),
  wish('notes', 'comment|note', someWords),
  wish('recorder', 'entered user|author|provider', noDate, { refersTo: 'practitioner' }),
];
