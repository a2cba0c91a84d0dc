import { Format, type Options, type Params, Presets, SingleBar } from 'cli-progress';

/** Tells how far a class or a proof is: a bar where there is a terminal, nothing where a log is kept. */
export interface Progress {
  readonly told: (done: number, of: number) => void;
  readonly over: () => void;
}

/** @param output where the bar is drawn: the stream of errors, so that what is printed can be kept */
export function progressOn(output: NodeJS.WriteStream): Progress {
  if (output.isTTY !== true) return { told: () => undefined, over: () => undefined };
  const bar = new SingleBar(
    { format: drawn, stream: output, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  let begun = false;
  return {
    told: (done, of) => {
      if (begun) bar.update(done);
      else bar.start(of, done);
      begun = true;
    },
    over: () => bar.stop(),
  };
}

/** The bar with what is done, how fast, and how long the rest will take. */
function drawn(options: Options, { progress, value, total, eta, startTime }: Params): string {
  const bar = Format.BarFormat(progress, options);
  // Before the first nobody knows how long one takes.
  if (value === 0) return `${bar} 0 of ${total}, getting ready`;
  const minutes = (Date.now() - startTime) / 60_000;
  const left = Format.TimeFormat(eta, options, 1);
  return `${bar} ${value} of ${total}, ${(value / minutes).toFixed(0)} a minute, ${left} left`;
}
