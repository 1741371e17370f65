import { OutputFailure, Refusal } from '../refusal.ts';

/** An error as it goes from one thread to another. */
interface PackedFault {
  readonly fault: 'output' | 'refusal' | 'internal';
  readonly message: string;
  readonly hint?: string | undefined;
  readonly name: string;
  readonly stack?: string | undefined;
}

/** Packs an error of a worker. */
export function packed(error: unknown): PackedFault {
  if (error instanceof OutputFailure) return { fault: 'output', message: error.code, name: error.name };
  if (error instanceof Refusal) {
    return { fault: 'refusal', message: error.message, hint: error.hint, name: error.name };
  }
  const { name, message, stack } = error instanceof Error ? error : new Error('a worker failed');
  return { fault: 'internal', name, message, stack };
}

/** The result of a worker, or the error that it met. */
export function unpacked<T>(result: unknown): T {
  if (typeof result !== 'object' || result === null || !('fault' in result)) return result as T;
  const { fault, message, hint = '', name, stack } = result as PackedFault;
  if (fault === 'output') throw new OutputFailure(message);
  if (fault === 'refusal') throw new Refusal(message, hint);
  throw Object.assign(new Error(message), { name, stack });
}
