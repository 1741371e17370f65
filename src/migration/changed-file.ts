/** A file that is not any more what it was a moment ago: what was made of it is made again without it. */
export class ChangedFile extends Error {
  /** Its name in the input. */
  readonly file: string;

  constructor(file: string) {
    super('a file changed while the run was reading');
    this.name = 'ChangedFile';
    this.file = file;
  }
}

/** The words for it, in an issue. */
export const changedMeanwhile = 'it changed while the run was reading';
