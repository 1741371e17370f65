import { Errors } from '@oclif/core';
import { describe, expect, it } from 'vitest';
import { OutputFailure, Refusal } from '../migration/failures.ts';
import { exitCodeOf, failedBy, failureText } from './failure.ts';

describe('failedBy', () => {
  it('shows no word of an error that is not ours', () => {
    const failed = failedBy(new SyntaxError('Unexpected token in SECRET'));
    expect(exitCodeOf(failed)).toBe(70);
    expect(failed.text).toMatch(/^internal error \(SyntaxError at src\/cli\/failure\.test\.ts:\d+\)$/);
  });

  it('says what to do about a refusal', () => {
    const failed = failedBy(new Refusal('The folder x is not empty', 'Name a new folder.'));
    expect(exitCodeOf(failed)).toBe(2);
    expect(failureText(failed)).toBe('chartlift: The folder x is not empty\n  → Name a new folder.\n');
  });

  it('takes what is wrong with a flag out of its frame', () => {
    const error = new Errors.CLIError(
      'Parsing --max-entries \n\tExpected an integer\nSee more help with --help',
    );
    expect(failedBy(error)).toMatchObject({ exit: 'usage', text: '--max-entries: Expected an integer' });
  });

  it('tells of a full disk in words, with its code', () => {
    expect(failedBy(new OutputFailure('ENOSPC'))).toMatchObject({
      exit: 'output',
      text: 'the run folder cannot be written: the disk is full (ENOSPC)',
    });
  });

  it('knows what cannot be printed from a defect of ours', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      syscall: 'write',
    });
    const failed = failedBy(full);
    expect(exitCodeOf(failed)).toBe(74);
    expect(failed.text).toBe('what was to be printed cannot be written: the disk is full (ENOSPC)');
  });
});
