import { assemble } from '../../src/assemble/index.ts';
import type { Issue } from '../../src/issue/index.ts';
import { sectionRules } from '../../src/readers/ccda/sections.ts';
import { readers } from '../../src/readers/index.ts';
import type { Contribution, LedgerLine } from '../../src/record/index.ts';
import { patientResources } from '../../src/writers/fhir/index.ts';
import { partsOf, typeOf } from '../../src/writers/fhir/references.ts';
import { fhirOptions, make } from '../conversion.ts';
import { corpusDocuments } from './corpus.ts';
import { type Row, Tally } from './tally.ts';

/** What becomes of the corpus, counted. */
export interface Survey {
  readonly documents: number;
  readonly patients: number;
  /** Section, template, resource type. */
  readonly written: readonly Row[];
  /** Section, template. */
  readonly text: readonly Row[];
  /** Statement, path in it. */
  readonly unread: readonly Row[];
  /** Resource type, field of the record. */
  readonly unwritten: readonly Row[];
  /** Code system. */
  readonly systems: readonly Row[];
}

/** Converts all documents of the corpus. */
export function survey(): Survey {
  const tallies = {
    written: new Tally(),
    text: new Tally(),
    unread: new Tally(),
    unwritten: new Tally(),
    systems: new Tally(),
  };
  const count = ({ code, details }: Issue): void => {
    if (code === 'unread') tallies.unread.add(String(details?.['statement']), String(details?.['path']));
    if (code === 'unwritten')
      tallies.unwritten.add(String(details?.['resource']), String(details?.['field']));
    if (code === 'code-system-unknown') tallies.systems.add(String(details?.['system']));
  };
  const read = contributions();
  for (const { ledger, issues } of read) {
    for (const issue of issues) count(issue);
    for (const line of ledger) countEntry(line, tallies);
  }
  const patients = Map.groupBy(read, ({ patient }) => patient.id);
  for (const group of patients.values()) {
    const written = patientResources(assemble(group, { make }).record, fhirOptions);
    for (const issue of written.issues) count(issue);
  }
  const rows = Object.fromEntries(Object.entries(tallies).map(([name, tally]) => [name, tally.rows()]));
  return { documents: read.length, patients: patients.size, ...rows } as Survey;
}

const contributions = (): Contribution[] =>
  corpusDocuments()
    .map((file) => readers.ccda.read(file, { make }))
    .filter((read) => 'patient' in read);

function countEntry(line: LedgerLine, { written, text }: { written: Tally; text: Tally }): void {
  if (line.unit !== 'entry') return;
  const from = [sectionOf(line), line.template ?? 'no template'];
  if (line.state === 'kept-as-text') text.add(...from);
  for (const ref of line.into ?? []) {
    const parts = partsOf(ref);
    written.add(...from, parts ? typeOf[parts.kind] : ref);
  }
}

function sectionOf({ section = 'none' }: LedgerLine): string {
  const title = sectionRules([], section)?.title;
  return title === undefined ? section : `${section} ${title}`;
}
