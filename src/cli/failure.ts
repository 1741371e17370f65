import {
  faultOf,
  isSystemError,
  OutputFailure,
  Refusal,
  Stopped,
  systemCode,
  systemWords,
} from '../migration/failures.ts';
import { type ExitName, exitCodes } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

/** Why a command did not come to its end, in words that never quote the input. */
export interface Failed {
  readonly exit: ExitName;
  readonly text: string;
  readonly hint?: string;
}

/** The commands that begin where they stopped. */
const goesOn = new Set(['convert', 'print', 'merge', 'demo']);

/** Puts an error into words; of an unknown one only its class and our own line are told. */
export function failedBy(error: unknown, command = 'convert'): Failed {
  if (error instanceof Refusal || error instanceof UsageError) {
    return { exit: 'usage', text: wordsOf(error, true), hint: error.hint };
  }
  if (error instanceof Stopped) return { exit: error.reason, text: error.message, hint: error.hint };
  if (error instanceof OutputFailure || isUnexpected(error)) return failedBySystem(error, command);
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

/** What the system refuses beside the writes to a run folder, all of which are guarded. */
const isUnexpected = (error: unknown): error is NodeJS.ErrnoException =>
  isSystemError(error) && (error.syscall === 'write' || error.path !== undefined);

/** What the system refuses. */
function failedBySystem(error: OutputFailure | NodeJS.ErrnoException, command: string): Failed {
  const again = goesOn.has(command) ? ': it goes on where it stopped' : '';
  if (error instanceof OutputFailure) {
    return {
      exit: 'output',
      text: error.message,
      hint: `Free space or check permissions, then give the same command again${again}.`,
    };
  }
  const words = systemWords(systemCode(error));
  if (error.path !== undefined) {
    return {
      exit: goesOn.has(command) ? 'output' : 'usage',
      text: `${error.path} cannot be read: ${words}`,
      hint: `See that it is there and may be read, then give the same command again${again}.`,
    };
  }
  // What has no path is the terminal, or the file that stands for it.
  return {
    exit: 'output',
    text: `what was to be printed cannot be written: ${words}`,
    hint: 'The run folder, where there is one, is not touched by this: a manifest.json in it says that it is whole.',
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
