import { createHash } from 'node:crypto';
import type { Course, CourseExercise, Solution } from './contract/course.ts';
import { type ExerciseSlug, GRADER_VERSION } from './contract/identity.ts';
import type { Key, KeyExercise, KeyMistake } from './contract/key.ts';
import { type Mistake, MistakesSchema } from './contract/mistake.ts';
import { Refusal } from './contract/refusal.ts';
import { validated } from './contract/validator.ts';
import { sameObservations } from './diagnosis/same.ts';
import { type Compiled, compileData, compileUnit, type Link } from './sandbox/compile.ts';
import { observe } from './sandbox/observe.ts';
import { ReferenceFailure, runReference } from './sandbox/reference.ts';
import { Session } from './sandbox/session.ts';

/** Where gathering and judging get the key of an exercise from. */
export interface KeySource {
  readonly seed: string;
  /** Whether students may not see what is expected with this seed. */
  readonly secret: boolean;
  /** Whether the reference can be linked in for an earlier exercise that fails. */
  readonly canLink: boolean;
  /** Cases and reference; the mistakes may still be missing. */
  exercise(slug: ExerciseSlug): Promise<KeyExercise>;
  /** The same with the evidence of every mistake. */
  withMistakes(slug: ExerciseSlug): Promise<KeyExercise>;
  /** The whole key, mistakes included. */
  key(): Promise<Key>;
  close(): void;
}

/**
 * A finished key as a source.
 *
 * @param canLink whether the course that it is used with has the solutions: a key holds no code
 */
export function fixedKey(key: Key, canLink = false): KeySource {
  const find = async (slug: ExerciseSlug): Promise<KeyExercise> => {
    const exercise = key.exercises.find((candidate) => candidate.slug === slug);
    if (exercise !== undefined) return exercise;
    throw new Refusal(
      'wrong-key',
      `The key holds nothing for ${slug}`,
      'Make a key of this course.',
    );
  };
  return {
    seed: key.seed,
    secret: key.secret,
    canLink,
    exercise: find,
    withMistakes: find,
    key: async () => key,
    close: () => undefined,
  };
}

/**
 * Makes keys from a course's solutions, exercise by exercise and only as far as
 * they are asked for: mistakes are run for exercises in which something failed.
 */
export class KeyMaker implements KeySource {
  readonly canLink = true;
  readonly #session: Session;
  readonly #made = new Map<ExerciseSlug, Promise<KeyExercise>>();
  readonly #complete = new Map<ExerciseSlug, Promise<KeyExercise>>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    readonly course: Course,
    readonly seed: string,
    readonly secret = false,
  ) {
    this.#session = new Session(512);
  }

  exercise(slug: ExerciseSlug): Promise<KeyExercise> {
    return memo(this.#made, slug, () => this.#inTurn(() => this.#make(slug)));
  }

  withMistakes(slug: ExerciseSlug): Promise<KeyExercise> {
    return memo(this.#complete, slug, async () => {
      const exercise = await this.exercise(slug);
      return { ...exercise, mistakes: await this.#inTurn(() => this.#mistakes(slug, exercise)) };
    });
  }

  async key(): Promise<Key> {
    const exercises: KeyExercise[] = [];
    for (const { slug } of this.course.exercises) exercises.push(await this.withMistakes(slug));
    return {
      schema: 'chainrule/key',
      version: 1,
      grader: GRADER_VERSION,
      course: this.course.id,
      seed: this.seed,
      secret: this.secret,
      exercises,
    };
  }

  close(): void {
    this.#session.close();
  }

  /** One session holds one realm: what uses it waits for its turn. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #make(slug: ExerciseSlug): Promise<KeyExercise> {
    const exercise = exerciseOf(this.course, slug);
    const compiled = await this.#compile(exercise, solutionOf(exercise).source);
    if (compiled.state === 'failed')
      throw broken(slug, `solution does not compile: ${inWords(compiled)}`);
    try {
      const run = await runReference(
        this.#session,
        compiled.code,
        exercise.limits,
        (probe, index, purpose) => caseSeed(this.seed, slug, probe, index, purpose),
      );
      return { slug, digest: exercise.digest, ...run, mistakes: [] };
    } catch (error) {
      if (error instanceof ReferenceFailure) throw broken(slug, error.message);
      throw error;
    }
  }

  async #mistakes(slug: ExerciseSlug, key: KeyExercise): Promise<readonly KeyMistake[]> {
    const exercise = exerciseOf(this.course, slug);
    const solution = solutionOf(exercise);
    const known: KeyMistake[] = [];
    const probes = tellingProbes(key);
    for (const mistake of await readMistakes(this.#session, slug, solution)) {
      const source = applyMistake(slug, solution.source, mistake);
      const compiled = await this.#compile(exercise, source);
      const observed = await observe(this.#session, compiled, exercise.limits, probes);
      if (observed.module.state !== 'loaded') {
        throw broken(slug, `mistake "${mistake.id}" does not load (${observed.module.state})`);
      }
      const { id, title, hint } = mistake;
      known.push({ id, title, hint, departs: departures(observed.probes, key) });
    }
    return known;
  }

  #compile(exercise: CourseExercise, source: string): Promise<Compiled> {
    return compileUnit({
      file: exercise.manifest.file,
      module: source,
      probes: exercise.probes,
      packages: exercise.manifest.packages,
      links: referenceLinks(this.course, exercise),
    });
  }
}

/** The solutions of the earlier exercises that an exercise builds on, directly or not. */
export function referenceLinks(course: Course, exercise: CourseExercise): readonly Link[] {
  return prerequisites(course, exercise).map((earlier) => ({
    slug: earlier.slug,
    file: earlier.manifest.file,
    source: solutionOf(earlier).source,
    otherwise: null,
  }));
}

/** Earlier exercises that an exercise builds on, directly or through others, in course order. */
export function prerequisites(course: Course, exercise: CourseExercise): readonly CourseExercise[] {
  const needed = new Set<ExerciseSlug>(exercise.manifest.buildsOn);
  for (const earlier of [...course.exercises].reverse()) {
    if (needed.has(earlier.slug)) for (const slug of earlier.manifest.buildsOn) needed.add(slug);
  }
  return course.exercises.filter(({ slug }) => needed.has(slug));
}

/** The mistakes of an exercise, read behind the wall like everything an author or a student wrote. */
export async function readMistakes(
  session: Session,
  slug: ExerciseSlug,
  solution: Solution,
): Promise<readonly Mistake[]> {
  const file = `solutions/${slug}/mistakes.ts`;
  const compiled = await compileData('mistakes.ts', solution.mistakes);
  if (compiled.state === 'failed') throw broken(slug, `mistakes.ts: ${inWords(compiled)}`);
  const answer = await session.data(compiled.code, 'mistakes');
  const remedy = 'Export "mistakes", a list of { id, title, hint, edits }.';
  if (answer.outcome !== 'made')
    throw broken(slug, `mistakes.ts cannot be read (${answer.outcome})`);
  const mistakes = validated(MistakesSchema, answer.value, {
    code: 'broken-course',
    what: file,
    remedy,
  });
  const ids = mistakes.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw broken(slug, `two mistakes have the id "${twice}"`);
  return mistakes;
}

/**
 * The solution with a mistake in it.
 *
 * @throws Refusal when the text of an edit does not stand exactly once in the solution
 */
export function applyMistake(slug: ExerciseSlug, source: string, mistake: Mistake): string {
  return mistake.edits.reduce((text, { find, replace }) => {
    const parts = text.split(find);
    if (parts.length === 2) return parts.join(replace);
    const times = parts.length - 1;
    throw broken(
      slug,
      `mistake "${mistake.id}": its edit stands ${times} times in solution.ts, not once`,
    );
  }, source);
}

/**
 * The probes that mistakes are run on. Long training on held-out data is left out:
 * what is wrong shows before it, and it would cost more than all the rest.
 */
function tellingProbes(key: KeyExercise): KeyExercise['probes'] {
  return Object.fromEntries(
    Object.entries(key.probes).filter(([, { cases }]) =>
      cases.every(({ truth }) => truth === null),
    ),
  );
}

function departures(
  probes: Awaited<ReturnType<typeof observe>>['probes'],
  key: KeyExercise,
): KeyMistake['departs'] {
  return Object.fromEntries(
    Object.entries(probes).filter(([name, observations]) => {
      const reference = key.probes[name]?.cases.map((each) => each.reference) ?? [];
      return !sameObservations(observations, reference);
    }),
  );
}

/** A seed of its own for everything that is drawn, so that no order or selection of exercises matters. */
function caseSeed(
  seed: string,
  slug: string,
  probe: string,
  index: number,
  purpose: string,
): string {
  return createHash('sha256').update([seed, slug, probe, index, purpose].join('\0')).digest('hex');
}

function exerciseOf(course: Course, slug: ExerciseSlug): CourseExercise {
  const exercise = course.exercises.find((candidate) => candidate.slug === slug);
  if (exercise === undefined) throw new Error(`no exercise ${slug} in this course`);
  return exercise;
}

/** The solution of an exercise. @throws Refusal where the course has none */
export function solutionOf(exercise: CourseExercise): Solution {
  if (exercise.solution !== null) return exercise.solution;
  throw new Refusal(
    'no-solutions',
    `The course has no solutions/${exercise.slug}/solution.ts to make a key from`,
    'Give a key with --key, or the folder of a course with solutions with --course.',
  );
}

function broken(slug: ExerciseSlug, message: string): Refusal {
  return new Refusal(
    'broken-course',
    `${slug}: ${message}`,
    'The author of the exercise has to mend this.',
  );
}

function inWords({ message, where, line }: Extract<Compiled, { state: 'failed' }>): string {
  return `${where}${line === null ? '' : `, line ${line}`}: ${message}`;
}

function memo<Name, T>(
  store: Map<Name, Promise<T>>,
  name: Name,
  make: () => Promise<T>,
): Promise<T> {
  const known = store.get(name);
  if (known !== undefined) return known;
  const promise = make();
  store.set(name, promise);
  return promise;
}
