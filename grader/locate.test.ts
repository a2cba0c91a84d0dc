import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Session } from './sandbox/session.ts';
import { located } from './testing/located.ts';
import { THROWING } from './testing/throwing.ts';

// One process for all texts of this file: each is opened in place of the one before.
let session: Session;
beforeAll(() => {
  session = new Session(64);
});
afterAll(() => session.close());

describe('the line of a thrown error is told', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => `const a${at} = ${at};`).join('\n');

  const more: typeof THROWING = [
    [
      'behind carriage returns',
      'const a = 1;\r\nexport function work(x: any) {\r\n  x.gat(a); // here\r\n}',
    ],
    ['after ten thousand lines', `${many}\nexport function work(x: any) {\n  x.gat(); // here\n}`],
  ];

  test.each([...THROWING, ...more])('%s', async (_, text) => {
    const here = text.split(/\r?\n/).findIndex((line) => line.endsWith('// here')) + 1;
    expect(await located(session, text)).toMatchObject({ line: here });
  });
});

describe('no line is told of a program', () => {
  const COUNTING = 'let calls = 0;\nexport function work(x: any) {\n  calls += 1;\n';

  test.each([
    [
      'that throws something else when it is called first',
      'if (calls === 2) x.gat();\n  throw calls;',
    ],
    ['that throws at the second call alone', 'if (calls === 2) x.gat();'],
    [
      'that does not come to its end when it is called first',
      'if (calls === 2) x.gat();\n  while (x === 3) {}',
    ],
  ])('%s', async (_, body) => {
    const text = `${COUNTING}  ${body}\n}`;
    expect(await located(session, text, [1])).toEqual({ thrown: expect.anything(), line: null });
  });

  test('that throws in no line of the file', async () => {
    const text = 'export const work = undefined;';
    expect(await located(session, text)).toEqual({ thrown: expect.anything(), line: null });
  });
});
