import { expect, test } from 'vitest';
import { strongestIsolation } from '../sandbox/isolation.ts';
import { chainrule } from '../testing/command-line.ts';
import { temporaryFolder } from '../testing/temporary.ts';

test('the doctor says how strongly submissions are kept apart here, and that the wall answers', async () => {
  const { code, stdout } = await chainrule(['doctor'], { cwd: await temporaryFolder() });
  expect(stdout).toContain(`Isolation   ${strongestIsolation().level}, the strongest`);
  expect(stdout).toContain('The wall    answers');
  expect(code).toBe(0);
});
