/** A run that does not start: what is wrong with what was asked, and what to do instead. */
export class Refusal extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'Refusal';
    this.hint = hint;
  }
}

/** A run that cannot go on because its folder cannot be written; `code` is the system's, such as ENOSPC. */
export class OutputFailure extends Error {
  readonly code: string;

  constructor(code: string, folder?: string) {
    super(
      `the run folder ${folder === undefined ? '' : `${folder} `}cannot be written: ${systemWords(code)}`,
    );
    this.name = 'OutputFailure';
    this.code = code;
  }
}

/** What the system's codes mean to whoever is woken by one. */
const meanings: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EFBIG: 'a file would become larger than the system allows',
  EROFS: 'the file system is read-only',
  EACCES: 'there is no permission',
  EPERM: 'there is no permission',
  EIO: 'the disk or the share reports a fault',
  EEXIST: 'something else stands there',
  ENOENT: 'it is not there any more',
  ENOTDIR: 'a part of its path is no folder',
  ENAMETOOLONG: 'its path is too long',
  EMFILE: 'too many files are open',
};

/** A code of the system in words, with the code for whoever looks it up. */
export const systemWords = (code: string): string =>
  meanings[code] === undefined ? code : `${meanings[code]} (${code})`;

export const isOutputFailure = (error: unknown): error is OutputFailure => error instanceof OutputFailure;

/** Whether an error is of the operating system, with a code such as ENOENT. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'code' in error;

/** The system's own code of a failed call (ENOENT, EACCES …), and nothing else of the error. */
export const systemCode = (error: unknown): string =>
  isSystemError(error) && /^[A-Z0-9_]+$/.test(error.code ?? '') ? `${error.code}` : 'unknown error';

/** Does a call to the file system; when it fails the run ends, and says so with the system's code alone. */
export function guarded<T>(call: () => T, folder?: string): T {
  try {
    return call();
  } catch (error) {
    throw new OutputFailure(systemCode(error), folder);
  }
}
