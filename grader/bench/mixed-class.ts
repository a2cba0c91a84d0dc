import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asHandedIn } from '../analysis/stub.ts';
import type { Course, CourseExercise } from '../contract/course.ts';
import { applyMistake, readMistakes } from '../mistakes.ts';
import { Session } from '../sandbox/session.ts';

const BEGIN = '// #region solution';

/** Texts of all files of a hand-in, by exercise. */
type Kind = (exercise: CourseExercise) => string;

/** Hand-ins after which every kind had its turn, each with other mistakes. */
export const TURN = 20;

/**
 * What a class hands in: of twenty seven made a known mistake, five are right, four
 * began, two left all stubs as they are, one never stops and one is up to no good.
 */
export async function kindsOf({ exercises }: Course): Promise<readonly Kind[]> {
  const names = new Map(exercises.map(({ slug, manifest }) => [slug, manifest.file]));
  const right: Kind = ({ solution }) => asHandedIn(solution?.source ?? '', names);
  const stub: Kind = (exercise) => exercise.stub;
  const mistakes: Kind[] = [];
  const session = new Session(128);
  for (const exercise of exercises) {
    const { slug, solution } = exercise;
    if (solution === null) continue;
    for (const mistake of await readMistakes(session, slug, solution)) {
      const text = asHandedIn(applyMistake(slug, solution.source, mistake), names);
      mistakes.push((each) => (each === exercise ? text : right(each)));
    }
  }
  session.close();
  const half: Kind = (exercise) =>
    exercises.indexOf(exercise) < exercises.length / 2 ? right(exercise) : exercise.stub;
  const [, attacked] = exercises;
  const spoiled =
    (words: string): Kind =>
    (exercise) =>
      exercise === attacked
        ? // What is theirs to write begins here, within a function.
          asHandedIn(exercise.solution?.source.replace(BEGIN, `${words}\n${BEGIN}`) ?? '', names)
        : right(exercise);
  const endless = spoiled('for (;;) {}');
  const hostile = spoiled("(globalThis as any).constructor.constructor('process.exit()')();");
  const others = [
    right,
    half,
    stub,
    right,
    half,
    endless,
    right,
    half,
    right,
    stub,
    hostile,
    half,
    right,
  ];
  // Every mistake of the course has its turn.
  return Array.from({ length: TURN * mistakes.length }, (_, at) => {
    const turn = at % TURN;
    return (
      (turn < 13 ? others[turn] : mistakes[(7 * Math.floor(at / TURN) + turn) % mistakes.length]) ??
      right
    );
  });
}

/** Writes a class of a size into a folder, of the kinds in their turn. */
export async function writeClass(
  { exercises }: Course,
  folder: string,
  size: number,
  kinds: readonly Kind[],
): Promise<void> {
  for (let nth = 0; nth < size; nth += 1) {
    const kind = kinds[nth % kinds.length];
    for (const exercise of exercises) {
      const own = path.join(folder, `s${String(nth).padStart(4, '0')}`, 'exercises', exercise.slug);
      await mkdir(own, { recursive: true });
      await writeFile(path.join(own, exercise.manifest.file), kind?.(exercise) ?? '');
    }
  }
}
