import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ISOLATION_LEVELS, type Isolation } from '../contract/evidence.ts';

/** What this machine offers, and what stands in the way of the next stronger level. */
export interface Offer {
  readonly level: Isolation;
  /** A sentence, or `null` where nothing stronger is known. */
  readonly obstacle: string | null;
}

/** A program to start, with its words. */
export interface Launch {
  readonly file: string;
  readonly words: readonly string[];
}

const packageRoot = path.dirname(createRequire(import.meta.url).resolve('chainrule/package.json'));
const home = path.join(packageRoot, 'dist', 'sandbox');
const FILES = ['child.cjs', 'inside.js'];
/** Where the files of the wall lie in the system's own wall. */
const WALLED_HOME = '/wall';
const WALLED_NODE = '/node';

const permissionFlag = ['--permission', '--experimental-permission'].find((flag) =>
  process.allowedNodeEnvironmentFlags.has(flag),
);

let offer: Offer | null = null;

/** The strongest level that this machine offers; found out once, by trying. */
export function strongestIsolation(): Offer {
  offer ??= findOut();
  return offer;
}

/** All levels that this machine offers, the weakest first. */
export function offeredLevels(): readonly Isolation[] {
  return ISOLATION_LEVELS.slice(0, ISOLATION_LEVELS.indexOf(strongestIsolation().level) + 1);
}

function findOut(): Offer {
  if (permissionFlag === undefined) {
    return { level: 'process', obstacle: 'This Node has no permission model: take a newer one.' };
  }
  const level = 'permissions';
  if (process.platform !== 'linux') {
    return { level, obstacle: 'The wall of the operating system is built on Linux alone.' };
  }
  const { file, words } = start(64, true, ['--version']);
  const { error, status, stderr } = spawnSync(file, words, {
    encoding: 'utf8',
    env: {},
    timeout: 10_000,
  });
  if (status === 0) return { level: 'system', obstacle: null };
  const said = (error?.message ?? stderr).trim().split('\n').at(-1) ?? '';
  const obstacle = said.includes('not found')
    ? 'bubblewrap is not installed (on Debian and Ubuntu: apt-get install bubblewrap).'
    : `bubblewrap does not start here: ${said}. Ubuntu 24.04 needs "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0".`;
  return { level, obstacle };
}

/**
 * How the disposable process is started at a level.
 *
 * @param memory mebibytes of heap
 */
export function launch(level: Isolation, memory: number): Launch {
  const walled = level === 'system';
  const place = walled ? WALLED_HOME : home;
  return start(memory, walled, [
    ...(level === 'process' ? [] : permissions(place)),
    ...known(['--disable-sigusr1', '--no-experimental-sqlite']),
    '--no-warnings',
    '--no-addons',
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${memory}`,
    '--max-semi-space-size=16',
    path.join(place, 'child.cjs'),
  ]);
}

/**
 * How Node is started with any words within the limits of the system.
 *
 * @param walled whether within the system's own wall as well
 */
export function start(memory: number, walled: boolean, words: readonly string[]): Launch {
  const node = walled ? WALLED_NODE : process.execPath;
  if (process.platform !== 'linux') return { file: node, words };
  const system = walled ? bubblewrap() : [];
  return { file: '/bin/sh', words: [...limits(memory), ...system, node, ...words] };
}

/**
 * Words for Node's permission model: two files may be read, and nothing else be done.
 *
 * @param place folder of the wall's files
 */
export function permissions(place: string = home): readonly string[] {
  if (permissionFlag === undefined) return [];
  return [permissionFlag, ...FILES.map((file) => `--allow-fs-read=${path.join(place, file)}`)];
}

function known(flags: readonly string[]): readonly string[] {
  return flags.filter((flag) => process.allowedNodeEnvironmentFlags.has(flag));
}

/**
 * Limits that the system itself holds: no core file, no file written, and address
 * space for the heap and what Node reserves beside it, which bounds buffers
 * outside of the heap.
 */
function limits(memory: number): readonly string[] {
  const kibibytes = 1_800_000 + memory * 1024;
  const script = `ulimit -c 0 && ulimit -f 0 && ulimit -v ${kibibytes} && exec "$@"`;
  return ['-c', script, 'sh'];
}

/** A file system with Node, its libraries and the wall's two files, no network, no other process. */
function bubblewrap(): readonly string[] {
  return [
    // Found by the shell in its own default path: no environment is handed on.
    'bwrap',
    '--clearenv',
    '--setenv',
    'TZ',
    'UTC',
    '--unshare-all',
    '--die-with-parent',
    '--new-session',
    '--cap-drop',
    'ALL',
    ...['/usr/lib', '/usr/lib64', '/lib', '/lib64'].flatMap(library),
    ...hidden('/usr/lib/node_modules'),
    '--ro-bind',
    process.execPath,
    WALLED_NODE,
    ...FILES.flatMap((file) => ['--ro-bind', path.join(home, file), `${WALLED_HOME}/${file}`]),
    '--remount-ro',
    '/',
    '--chdir',
    '/',
    '--',
  ];
}

/** Packages that are installed for all stand among the libraries, where there are any. */
function hidden(folder: string): readonly string[] {
  return existsSync(folder) ? ['--tmpfs', folder, '--remount-ro', folder] : [];
}

function library(folder: string): readonly string[] {
  const entry = lstatSync(folder, { throwIfNoEntry: false });
  if (entry === undefined) return [];
  if (entry.isSymbolicLink()) return ['--symlink', readlinkSync(folder), folder];
  return ['--ro-bind', folder, folder];
}
