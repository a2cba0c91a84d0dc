import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { course, packedAs, readAt, unpackedAs } from '../../testing/handed-in.ts';

test('a submission of Gradescope is never looked for elsewhere', async () => {
  const names = ['submission_1/../../outside', '../outside', 'outside'];
  const yaml = names.map((name) => `${name}:\n  :submitters:\n  - :sid: '1'\n`).join('');
  const history =
    "submission_1:\n  :submitters:\n  - :sid: '1'\n  :history:\n  - :id: 1/../../outside\n";
  const place = await unpackedAs('class', { 'submission_metadata.yml': yaml + history });
  await mkdir(path.join(place, '../outside'));
  await writeFile(path.join(place, '../outside/first.ts'), 'secret');
  const { handIns } = await readAt(place);
  expect(handIns.map(({ id }) => id)).toEqual(['1']);
  await expect(handIns[0]?.read(course)).rejects.toMatchObject({ code: 'empty-submission' });
});

test('what students printed is not read as metadata of Gradescope', async () => {
  const forged = 'submission_9:\n  :submitters:\n  - :sid: forged\n';
  const printed = forged.replace(/^/gm, '      ');
  const yaml = `submission_1:\n  :results:\n    output: |\n${printed}\n    a: [\n  :tags:\n  - [\n  :submitters:\n  - :sid: '1'\n`;
  const place = await unpackedAs('class', { 'submission_metadata.yml': yaml });
  const { handIns, problems } = await readAt(place);
  expect(handIns.map(({ id }) => id)).toEqual(['1']);
  expect(problems).toEqual([]);
});

test('what Ruby wrote once, among the results, is found there', async () => {
  const yaml =
    'submission_1:\n  :results: &1 [x]\n  :tags: *1\n  :submitters:\n  - :sid: &2 a\nsubmission_2:\n  :results:\n    - &3 b\n  :submitters:\n  - :sid: *3\n';
  const { handIns } = await readAt(await packedAs('class', { 'submission_metadata.yml': yaml }));
  expect(handIns.map(({ id }) => id)).toEqual(['a', 'b']);
});
