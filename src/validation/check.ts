import type { Issue } from '../issue/index.ts';
import { readers } from '../readers/index.ts';
import { unmetClaims } from '../writers/fhir/index.ts';
import { type CheckedFile, documentsOf, type Json } from './inputs.ts';
import type { StructureCheck } from './r4.ts';
import { referenceIssues } from './references.ts';
import { type Placed, resourcesOf } from './resources.ts';
import { structureIssues } from './structure.ts';

/** What was checked, and what was found. */
export interface Checked {
  readonly resources: number;
  readonly records: number;
  readonly issues: readonly Issue[];
}

/** Checks bundles, resources, NDJSON and records: the structure of R4, references, and the profiles that are claimed. */
export function check(files: Iterable<CheckedFile>, byR4: StructureCheck): Checked {
  const issues: Issue[] = [];
  const resources: Placed[] = [];
  let records = 0;
  for (const file of files) {
    const documents = documentsOf(file, issues);
    for (const document of documents) {
      if (!isRecord(document.value)) resources.push(...resourcesOf(document));
      else {
        records += 1;
        issues.push(...recordIssues(file));
      }
    }
  }
  issues.push(
    ...resources.flatMap(structureIssues),
    ...resources.flatMap(byR4),
    ...referenceIssues(resources),
    ...resources.flatMap(claimIssues),
  );
  return { resources: resources.length, records, issues };
}

const isRecord = ({ format }: Json): boolean =>
  typeof format === 'string' && format.startsWith('chartlift-record/');

/** Whether a record has the form that this version reads. */
function recordIssues({ name, text }: CheckedFile): readonly Issue[] {
  const bytes = Buffer.from(text);
  const read = readers.record.read({ name, bytes, sha256: '', sha1: '' });
  return 'issues' in read ? read.issues : [];
}

/** The profiles that a resource claims, as far as their rules are known here. */
function claimIssues({ resource, place }: Placed): Issue[] {
  return unmetClaims(resource).map(({ profile, rules }) => {
    const details = { resource: String(resource['resourceType']), profile };
    return rules
      ? { code: 'profile-unmet', place, details: { ...details, rules: rules.join('; ') } }
      : { code: 'profile-unknown', place, details };
  });
}
