import { createRequire } from 'node:module';
import path from 'node:path';
import type { BuildOptions, Message } from 'esbuild';

/** A text that takes longer than this was written to take long: a stub takes milliseconds. */
const MOST_SECONDS = 5;

/** Bytes; the largest source is far below. */
const LARGEST_OUTPUT = 4 * 1024 * 1024;

/** What esbuild made of a bundle, or what was wrong with it. */
export type Built =
  | { readonly state: 'built'; readonly code: string }
  | { readonly state: 'refused'; readonly message: Message }
  | { readonly state: 'too-large' }
  /** It did not come to an end, or brought the service down. */
  | { readonly state: 'overwhelmed' };

let last: Promise<unknown> = Promise.resolve();

/**
 * Builds one bundle at a time. The service is a process that all builds share: a
 * text that hangs it or brings it down must not have a neighbour in it, and the
 * next build starts a new one.
 *
 * @throws Error where the service cannot be started
 */
export function buildAlone(options: BuildOptions): Promise<Built> {
  const turn = last.then(() => buildWithinTime(options));
  last = turn.catch(() => undefined);
  return turn;
}

let loading: Promise<typeof import('esbuild')> | null = null;

/** esbuild, which reads once while it is loaded which program its service is to be. */
function loaded(): Promise<typeof import('esbuild')> {
  if (loading === null) {
    boundMemory();
    loading = import('esbuild');
  }
  return loading;
}

/** Has the service started through a script that bounds its memory, where the system can do that. */
function boundMemory(): void {
  if (process.platform !== 'linux' || process.env.ESBUILD_BINARY_PATH !== undefined) return;
  const own = createRequire(import.meta.url);
  const root = path.dirname(own.resolve('chainrule/package.json'));
  const binary = `@esbuild/${process.platform}-${process.arch}/bin/esbuild`;
  try {
    process.env.CHAINRULE_ESBUILD = createRequire(own.resolve('esbuild')).resolve(binary);
  } catch {
    // Another kind of installation: esbuild knows how to find its program.
    return;
  }
  process.env.ESBUILD_BINARY_PATH = path.join(root, 'dist', 'sandbox', 'esbuild.sh');
}

async function buildWithinTime(options: BuildOptions): Promise<Built> {
  const { build, stop } = await loaded();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), MOST_SECONDS * 1000);
  });
  try {
    const result = await Promise.race([build(options), late]);
    if (result !== 'late') {
      const file = result.outputFiles?.[0];
      // What the compiler works out in advance may be any number of times its source.
      if ((file?.contents.length ?? 0) > LARGEST_OUTPUT) return { state: 'too-large' };
      return { state: 'built', code: file?.text ?? '' };
    }
  } catch (error) {
    const message = firstMessage(error);
    if (message !== null) return { state: 'refused', message };
  } finally {
    clearTimeout(timer);
  }
  await stop();
  await requireService();
  return { state: 'overwhelmed' };
}

/** A compiler that builds nothing at all is our defect, and no text of a student's is to blame. */
async function requireService(): Promise<void> {
  const { build } = await loaded();
  try {
    await build({ stdin: { contents: '' }, write: false, logLevel: 'silent' });
  } catch (error) {
    throw new Error('esbuild does not start', { cause: error });
  }
}

function firstMessage(error: unknown): Message | null {
  if (!(error instanceof Error && 'errors' in error)) return null;
  // esbuild documents `errors: Message[]` on a BuildFailure; it exports no class to test for.
  const [message] = error.errors as readonly Message[];
  return message ?? null;
}
