#!/usr/bin/env node
import { runCommandLine } from './command-line.ts';

// Who reads our output may stop before its end, as `head` does: what is written then is lost,
// and nothing else changes.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await runCommandLine(process.argv.slice(2));
