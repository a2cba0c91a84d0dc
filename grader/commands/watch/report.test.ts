import { expect, test } from 'vitest';
import { hasBrowser } from './report.ts';

test.each([
  ['a desktop', 'linux', { DISPLAY: ':0' }, true],
  ['another desktop', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['Linux within Windows', 'linux', { WSL_DISTRO_NAME: 'Ubuntu' }, true],
  ['a server', 'linux', {}, false],
  ['a container with an empty display', 'linux', { DISPLAY: '' }, false],
  ['a desktop far away', 'linux', { DISPLAY: ':10', SSH_CONNECTION: '10.0.0.1' }, false],
  ['a Mac', 'darwin', {}, true],
  ['a Mac far away', 'darwin', { SSH_TTY: '/dev/ttys1' }, false],
  ['Windows', 'win32', {}, true],
  ['CI', 'darwin', { CI: 'true' }, false],
] as const)(
  'on %s a browser is asked only where somebody sees it',
  (_, platform, environment, has) => {
    expect(hasBrowser(environment, platform)).toBe(has);
  },
);
