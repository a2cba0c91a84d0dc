import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { HandedIn, Student } from '../contract/class.ts';
import { readClass } from '../intake/class.ts';
import { packed } from './archives.ts';
import { courseExercise, courseOf, FIRST, SECOND } from './documents.ts';
import { temporaryFolder } from './temporary.ts';

/** Two exercises, of which each is one file. */
export const course = courseOf(
  courseExercise({ slug: FIRST }, { file: 'first.ts' }),
  courseExercise({ slug: SECOND }, { file: 'second.ts' }),
);

/** Contents by their places. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** These files in a folder of this name. */
export async function unpackedAs(name: string, files: Files): Promise<string> {
  const place = path.join(await temporaryFolder(), name);
  await mkdir(place);
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(place, file)), { recursive: true });
    await writeFile(path.join(place, file), content);
  }
  return place;
}

/** These files in an archive of this name. */
export async function packedAs(name: string, files: Files): Promise<string> {
  const place = path.join(await temporaryFolder(), `${name}.zip`);
  await writeFile(place, packed(files));
  return place;
}

/** What is told of a hand-in: what its first file says, or why it is not read. */
export async function told({ handIns, absent, unknown, problems }: HandedIn) {
  const read: Record<string, string> = {};
  for (const handIn of handIns) {
    read[handIn.id] = await handIn.read(course).then(
      ({ files }) => {
        const file = files.get(FIRST);
        return file?.state === 'read' ? file.text : JSON.stringify(file);
      },
      (error) => `refused: ${error.code}`,
    );
  }
  return {
    read,
    absent: absent.map(({ id }) => id),
    unknown: unknown.map(({ id }) => id),
    problems: problems.length,
  };
}

/** The class at a place, as it is listed. */
export async function readAt(
  place: string,
  roster: readonly Student[] | null = null,
): Promise<HandedIn> {
  return readClass(place, course, { roster });
}

/** A student on a roster. */
export const listed = (id: string, own: Partial<Student> = {}): Student => ({
  id,
  name: null,
  email: null,
  section: null,
  ids: {},
  ...own,
});

/** What Canvas gives of a class. */
export const canvasFiles: Files = {
  'doejane_17_901_first.ts': 'of jane',
  'doejane_17_902_second.ts': 'second of jane',
  'byronada_LATE_18_903_first-1.ts': 'of ada, again',
  'wubo_19_904_work.zip': packed({ 'work/first.ts': 'of bo' }),
  'roeric_20_text.html': '<p>sorry</p>',
};

/** What Moodle gives of a class. */
export const moodleFiles: Files = {
  'Ada Byron_31_assignsubmission_file/first.ts': 'of ada',
  'Ada Byron_31_assignsubmission_onlinetext/onlinetext.html': '<p>done</p>',
  'Jane Doe_32_assignsubmission_file_/exercises/01-first/first.ts': 'of jane',
  'Bo Wu_33_assignsubmission_file/work.zip': packed({ 'exercises/01-first/first.ts': 'of bo' }),
  'Ric Roe_34_assignsubmission_onlinetext/onlinetext.html': '<p>sorry</p>',
};

const metadata = `---
submission_7:
  :submitters:
  - :name: Ada Byron
    :sid: '0042'
    :email: ada@x.edu
  :created_at: 2026-04-26 17:34:00.861687000 Z
  :score: 2.0
  :results: {score: 2.0, output: "first: 1"}
  :history:
  - :id: 5
    :created_at: 2026-04-20 10:00:00.000000000 Z
  - :id: 6
    :created_at: 2026-04-21 10:00:00.000000000 Z
submission_8:
  :submitters:
  - :name: Jane Doe
    :sid: 43
    :email: jane@x.edu
  - :name: Bo Wu
    :sid:
    :email: bo@x.edu
  :created_at: 2026-04-26 19:34:00.000000000 +02:00
submission_9:
  :submitters: []
  :created_at: 2026-04-26 17:34:00 UTC
`;

/** What Gradescope gives of a class: groups, attempts and somebody who is not known. */
export const gradescopeFiles: Files = {
  'submission_metadata.yml': metadata,
  'submission_5/first.ts': 'of ada, before',
  'submission_7/first.ts': 'of ada',
  'submission_8/first.ts': 'of jane and bo',
  'submission_9/first.ts': 'of nobody',
  'submission_10/first.ts': 'of somebody',
};
