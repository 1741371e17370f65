export { catalogue, type Entry, type IssueCode, type Severity } from './catalogue/index.ts';
export { type Issue, type Place, severityOf, wordsOf } from './issue.ts';
