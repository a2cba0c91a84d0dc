/**
 * Ctrl+C as a signal to end well; pressed once more, it ends the program as it does
 * elsewhere. Meanwhile a file that grows above what the system allows is an error like
 * that of a full disk, where it would have ended the program without a word.
 */
export function stopper(): { readonly signal: AbortSignal; readonly over: () => void } {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop).on('SIGXFSZ', refused);
  return {
    signal: controller.signal,
    over: () => process.off('SIGINT', stop).off('SIGTERM', stop).off('SIGXFSZ', refused),
  };
}

/** What is written then fails, and that is told where it is written. */
const refused = (): void => undefined;
