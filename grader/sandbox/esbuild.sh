#!/bin/sh
# Starts esbuild with bounded address space: some short sources would have it fill the machine.
# Its last words when it runs out are long and for its own developers.
ulimit -v 3000000 && exec "$CHAINRULE_ESBUILD" "$@" 2> /dev/null
