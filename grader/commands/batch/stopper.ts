/** Ctrl+C as a signal to end well; pressed once more, it ends the program as it does elsewhere. */
export function stopper(): { readonly signal: AbortSignal; readonly over: () => void } {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return {
    signal: controller.signal,
    over: () => process.off('SIGINT', stop).off('SIGTERM', stop),
  };
}
