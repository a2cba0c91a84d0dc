import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { GRADEBOOK_FORMATS, loadGradebook, loadReport, REPORT_FORMATS } from './load.ts';
import { projectRoot } from './testing/command-line.ts';

describe('the report formats', () => {
  test('are the files of reports/', async () => {
    const files = await readdir(path.join(projectRoot, 'reports'));
    const names = files.filter((file) => /^[^.]+\.ts$/.test(file)).map((file) => file.slice(0, -3));
    expect(REPORT_FORMATS).toEqual(names.sort());
  });

  test.each(REPORT_FORMATS)('%s draws a result', async (format) => {
    expect(await loadReport(format)).toMatchObject({ render: expect.any(Function) });
  });

  test.each(['pdf', 'html.test', 'words/report', '../grader/load', ''])(
    'are no others, such as "%s"',
    async (format) => {
      await expect(loadReport(format)).rejects.toMatchObject({
        code: 'bad-argument',
        remedy: `Give one of ${REPORT_FORMATS.join(', ')}.`,
      });
    },
  );
});

describe('the gradebook formats', () => {
  test('are the files of reports/gradebooks/', async () => {
    const files = await readdir(path.join(projectRoot, 'reports/gradebooks'));
    const names = files.filter((file) => /^[^.]+\.ts$/.test(file)).map((file) => file.slice(0, -3));
    expect(GRADEBOOK_FORMATS).toEqual(names.sort());
  });

  test.each(GRADEBOOK_FORMATS)('%s is written to a file of its own name', async (format) => {
    expect(await loadGradebook(format)).toMatchObject({ file: `${format}.csv` });
  });

  test.each(['sakai', 'canvas.test', 'table/cells', '../json', ''])(
    'are no others, such as "%s"',
    async (format) => {
      await expect(loadGradebook(format)).rejects.toMatchObject({
        code: 'bad-argument',
        remedy: `Give one of ${GRADEBOOK_FORMATS.join(', ')}.`,
      });
    },
  );
});
