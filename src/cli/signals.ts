/** The exit code of a program that an interrupt ends, as shells know it. */
const interrupted = 130;

/**
 * Listens to Ctrl-C while a run works: once lets it finish what it is at, twice ends it at once. Nothing is half written
 * either way: a shard that is not done has no name yet.
 */
export function listenToInterrupts(): { readonly signal: AbortSignal; readonly close: () => void } {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(interrupted);
    controller.abort();
    process.stderr.write('Stopping after what is being done; press Ctrl-C again to stop at once.\n');
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    close() {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
