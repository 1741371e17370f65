import type { Annotation as RecordAnnotation } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { everyField } from '../every-field.ts';
import type { Annotation, Extension } from '../fhir-types.ts';
import { dated } from './when.ts';

/** Notes with their authors and times. */
export const annotations = (
  notes: readonly RecordAnnotation[] | undefined,
  context: Context,
): Annotation[] | undefined => notes?.map((note) => annotation(note, context));

function annotation(note: RecordAnnotation, context: Context): Annotation {
  const { text, author, time, ...rest } = note;
  everyField(rest);
  return { authorReference: context.refer(author, 'notes', 'noteAuthor'), ...dated('time', time), text };
}

/** Notes on a resource that has no element for them. */
export const noteExtensions = (
  notes: readonly RecordAnnotation[] | undefined,
  context: Context,
): Extension[] =>
  (annotations(notes, context) ?? []).map((valueAnnotation) => ({
    url: 'http://hl7.org/fhir/StructureDefinition/note',
    valueAnnotation,
  }));
