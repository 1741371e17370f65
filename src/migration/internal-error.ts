import { fileURLToPath } from 'node:url';
import type { Issue } from '../issue/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replaceAll('\\', '/');

/** Which error it was and where in our own code: never its message, which may quote the input. */
export function faultOf(error: unknown): { error: string; at: string } {
  if (!(error instanceof Error)) return { error: typeof error, at: 'unknown' };
  const place = framesOf(error).map(ownPlace).find(Boolean);
  return { error: /^\w+$/.test(error.name) ? error.name : 'Error', at: place ?? 'unknown' };
}

/** The lines of the stack below the message, which may itself look like a stack. */
function framesOf({ stack = '', message }: Error): string[] {
  const end = message ? stack.indexOf(message) + message.length : 0;
  return stack.slice(end).split('\n').slice(1);
}

/** A frame's place when it is in our own code, as `dist/…:line`. */
function ownPlace(frame: string): string | undefined {
  const [, path = '', line] =
    /^\s+at .*?((?:\/|[A-Za-z]:)[^()]*):(\d+):\d+\)?$/.exec(frame.replaceAll('\\', '/')) ?? [];
  const at = path.lastIndexOf(root);
  const own = at < 0 ? '' : path.slice(at + root.length);
  return /^(dist|src)\//.test(own) ? `${own}:${line}` : undefined;
}

/** The issue of a document on which the program itself failed. */
export const internalError = (file: string, error: unknown): Issue => ({
  code: 'internal-error',
  place: { file },
  details: faultOf(error),
});
