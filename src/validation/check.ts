import type { Issue } from '../issue/index.ts';
import { readers } from '../readers/index.ts';
import { openKnown } from '../record/index.ts';
import { unmetClaims } from '../writers/fhir/index.ts';
import { addressAtStart, type Document, documentOf, type Json, type Text } from './inputs.ts';
import type { StructureCheck } from './r4.ts';
import { referenceIssues } from './references.ts';
import { addressOf, type Placed, resourcesOf } from './resources.ts';
import { structureIssues } from './structure.ts';

/** What was found in one document. */
export interface Checked {
  readonly resources: number;
  readonly records: number;
  readonly issues: readonly Issue[];
}

/**
 * A check that takes one document at a time, so that it needs no more memory for an archive than for a chart.
 * All are met first, as what comes early may refer to what comes late; then each is checked.
 */
export interface Check {
  meet(text: Text): void;
  check(text: Text): Checked;
}

/** Checks bundles, resources, NDJSON and records: the structure of R4, references, and the profiles that are claimed. */
export function openCheck(byR4: StructureCheck): Check {
  const known = openKnown();
  return {
    meet(text) {
      for (const address of addressesIn(text)) known.add(address);
    },
    check(text) {
      const document = documentOf(text);
      if ('code' in document) return { resources: 0, records: 0, issues: [document] };
      if (isRecord(document.value)) return { resources: 0, records: 1, issues: recordIssues(document) };
      const resources = resourcesOf(document);
      const own = resources.flatMap((one) => [...structureIssues(one), ...byR4(one), ...claimIssues(one)]);
      return {
        resources: resources.length,
        records: 0,
        issues: [...own, ...referenceIssues(resources, known)],
      };
    },
  };
}

function addressesIn(text: Text): string[] {
  const address = addressAtStart(text.text);
  if (address !== undefined) return [address];
  const document = documentOf(text);
  if ('code' in document || isRecord(document.value)) return [];
  return resourcesOf(document).map(({ resource }) => addressOf(resource));
}

const isRecord = ({ format }: Json): boolean =>
  typeof format === 'string' && format.startsWith('chartlift-record/');

/** Whether a record has the form that this version reads. */
function recordIssues({ text, place }: Document): readonly Issue[] {
  const read = readers.record.read({ name: place.file, bytes: Buffer.from(text), sha256: '', sha1: '' });
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
