import type { Block } from '../../../document/index.ts';
import type {
  Concept,
  Document,
  Participation,
  PatientRecord,
  Reference,
  Section,
} from '../../../record/index.ts';
import { everyField } from '../every-field.ts';
import { narrativeBlocks } from '../narrative/blocks.ts';
import type { SectionKey } from '../words/section-keys.ts';

/** A section of a source document: its words, and what became of it. */
export interface SectionText {
  readonly title: string | undefined;
  readonly code: Concept | undefined;
  readonly document: Document;
  readonly blocks: readonly Block[];
  readonly xhtml: string;
  readonly emptyReason: string | undefined;
  /** Whether entries of it are in the record. */
  readonly hasEntries: boolean;
  readonly entries: readonly Reference[];
  readonly authors: readonly Participation[];
  /** Whom it speaks of, where that is not the patient. */
  readonly subject: string | undefined;
  /** The section of ours that speaks of the same. */
  readonly key: SectionKey | undefined;
}

/** LOINC codes of sections, and where they are printed. */
const keys: Readonly<Record<string, SectionKey>> = {
  '48765-2': 'allergies',
  '11450-4': 'problems',
  '11348-0': 'problems',
  '46241-6': 'problems',
  '11535-2': 'problems',
  '75310-3': 'problems',
  '10160-0': 'medications',
  '10183-2': 'medications',
  '42346-7': 'medications',
  '29549-3': 'medications',
  '30954-2': 'results',
  '26436-6': 'results',
  '8716-3': 'vitals',
  '11369-6': 'immunizations',
  '47519-4': 'procedures',
  '29554-3': 'procedures',
  '46240-8': 'encounters',
  '29762-2': 'social',
  '10157-6': 'family',
  '47420-5': 'functional',
  '10190-7': 'functional',
  '18776-5': 'plan',
  '61146-7': 'goals',
  '46264-8': 'equipment',
  '48768-6': 'insurance',
  '42348-3': 'alerts',
  '69730-0': 'messages',
};

/** All sections of the documents with their words, those inside others after them. */
export function sectionTexts(record: PatientRecord): SectionText[] {
  const texts: SectionText[] = [];
  // What stands inside a section speaks of whom that one speaks of.
  const take = (document: Document, sections: readonly Section[] = [], outer?: string): void => {
    for (const section of sections) {
      const subject = section.subject ?? outer;
      texts.push(textOf(document, { ...section, subject }));
      take(document, section.sections, subject);
    }
  };
  for (const document of record.statements.document) take(document, document.sections);
  return texts;
}

function textOf(document: Document, section: Section): SectionText {
  const { id: _id, title, code, text, authors, entries, emptyReason, subject, ...more } = section;
  const { sections: _inside, ...rest } = more;
  everyField(rest);
  return {
    title,
    code,
    document,
    xhtml: text?.xhtml ?? '',
    blocks: text ? narrativeBlocks(text.xhtml) : [],
    emptyReason,
    entries: entries ?? [],
    authors: authors ?? [],
    subject,
    hasEntries: (entries?.length ?? 0) > 0,
    // What is said of somebody else, such as a fetus, never stands among what is said of the patient.
    key: subject === undefined ? keyOf(code) : undefined,
  };
}

const keyOf = (code: Concept | undefined): SectionKey | undefined =>
  code?.codings.map((one) => keys[one.code ?? '']).find((one) => one !== undefined);
