import { assemble } from '../../src/assemble/index.ts';
import type { Issue } from '../../src/issue/index.ts';
import { sectionRules } from '../../src/readers/ccda/sections.ts';
import { type InputFile, readers } from '../../src/readers/index.ts';
import type { Contribution, LedgerLine } from '../../src/record/index.ts';
import { patientResources } from '../../src/writers/fhir/index.ts';
import { partsOf, typeOf } from '../../src/writers/fhir/references.ts';
import { fhirOptions, inputOf, make } from '../conversion.ts';
import { corpusDocuments } from './corpus.ts';
import { fragments } from './examples/fragment.ts';
import { wrapped } from './examples/wrapped.ts';
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
  const read = contributionsOf(corpusDocuments());
  return surveyOf([...Map.groupBy(read, ({ patient }) => patient.id).values()]);
}

/** Converts HL7's examples, each for itself: what they are put into has the same patient everywhere. */
export const surveyOfExamples = (): Survey =>
  surveyOf(contributionsOf(fragments.map((one) => inputOf(wrapped(one), one.name))).map((one) => [one]));

function surveyOf(patients: readonly (readonly Contribution[])[]): Survey {
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
  const read = patients.flat();
  for (const { ledger, issues } of read) {
    for (const issue of issues) count(issue);
    for (const line of ledger) countEntry(line, tallies);
  }
  for (const group of patients) {
    const written = patientResources(assemble(group, { make }).record, fhirOptions);
    for (const issue of written.issues) count(issue);
  }
  const rows = Object.fromEntries(Object.entries(tallies).map(([name, tally]) => [name, tally.rows()]));
  return { documents: read.length, patients: patients.length, ...rows } as Survey;
}

const contributionsOf = (files: readonly InputFile[]): Contribution[] =>
  files.map((file) => readers.ccda.read(file, { make })).filter((read) => 'patient' in read);

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
