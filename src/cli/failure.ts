import { faultOf, isSystemError, OutputFailure, Refusal, systemCode } from '../migration/failures.ts';
import { type ExitName, exitCodes } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

/** Why a command did not come to its end, in words that never quote the input. */
export interface Failed {
  readonly exit: ExitName;
  readonly text: string;
  readonly hint?: string;
}

/** Puts an error into words; of an unknown one only its class and our own line are told. */
export function failedBy(error: unknown, command = 'convert'): Failed {
  if (error instanceof Refusal || error instanceof UsageError) {
    return { exit: 'usage', text: wordsOf(error, true), hint: error.hint };
  }
  if (error instanceof OutputFailure) {
    return {
      exit: 'output',
      text: error.message,
      hint: 'Free space or check permissions, then run again into a new folder.',
    };
  }
  // Every write to a run folder is guarded: what is left is the terminal, or the file that stands for it.
  if (isSystemError(error) && error.syscall === 'write') {
    return {
      exit: 'output',
      text: `what was to be printed cannot be written (${systemCode(error)})`,
      hint: 'The run folder, where there is one, is not touched by this: a manifest.json in it says that it is whole.',
    };
  }
  if (isCommandLineError(error)) {
    const subject = error.message.startsWith('command ') ? '' : ` ${command.replaceAll(':', ' ')}`;
    return { exit: 'usage', text: wordsOf(error, false), hint: `See chartlift${subject} --help` };
  }
  const { error: name, at } = faultOf(error);
  return {
    exit: 'internal',
    text: `internal error (${name} at ${at})`,
    hint: 'Please report it; it holds no patient data.',
  };
}

/** oclif's own errors speak of the command line alone. */
const isCommandLineError = (error: unknown): error is Error =>
  error instanceof Error && 'oclif' in error && error.message.length > 0;

/** What oclif puts around an error of a flag's parser, and its note on greedy flags, which ours are not. */
const framed = /^Parsing (?<flag>--[\w-]+)\s+(?<words>.*?)(?:\nSee more help with --help)?$/s;
const note = /\n\nNote: .*$/s;

/** The words of an error of the command line; a foreign one is told with its flag, ours name it themselves. */
function wordsOf(error: Error, own: boolean): string {
  const { flag, words } = framed.exec(error.message)?.groups ?? {};
  if (words === undefined)
    return error.message.replace(/\n?See more help with --help$/, '').replace(note, '');
  return own ? words : `${flag}: ${words}`;
}

/** The exit code that belongs to a failure. */
export const exitCodeOf = ({ exit }: Failed): number => exitCodes[exit].code;

/** A failure as a person reads it, on stderr. */
export const failureText = ({ text, hint }: Failed): string =>
  `chartlift: ${text}\n${hint ? `  → ${hint}\n` : ''}`;
