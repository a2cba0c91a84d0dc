import { Presets, SingleBar } from 'cli-progress';

/** Tells how far a class is: a bar where there is a terminal, nothing where a log is kept. */
export interface Progress {
  readonly told: (done: number, of: number) => void;
  readonly over: () => void;
}

/** @param output where the bar is drawn: the stream of errors, so that what is printed can be kept */
export function progressOn(output: NodeJS.WriteStream): Progress {
  if (output.isTTY !== true) return { told: () => undefined, over: () => undefined };
  const bar = new SingleBar(
    {
      format: '{bar} {value} of {total}, {duration_formatted} gone, {eta_formatted} left',
      stream: output,
      hideCursor: true,
      clearOnComplete: true,
    },
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
