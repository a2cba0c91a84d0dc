import type { ExerciseSlug } from '../contract/identity.ts';
import { json, type Texts } from './texts.ts';

/** Names that follow from an exercise's folder: `07-batch-norm` has `batchNorm` in `batch-norm.ts`. */
export function namesFor(slug: ExerciseSlug): {
  readonly file: string;
  readonly title: string;
  readonly function: string;
} {
  const words = slug.split('-').slice(1);
  const [first = '', ...others] = words;
  const title = `${first.slice(0, 1).toUpperCase()}${first.slice(1)}${others.map((word) => ` ${word}`).join('')}`;
  const joined = [
    first,
    ...others.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`),
  ];
  // A name of a function does not begin with a digit, and is no word of the language.
  const name = joined.join('');
  const plain =
    /^[a-z]/.test(name) && !RESERVED.has(name)
      ? name
      : `apply${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  return { file: `${words.join('-')}.ts`, title, function: plain };
}

const RESERVED = new Set(
  'break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield await'.split(
    ' ',
  ),
);

/**
 * The first draft of an exercise, by places below the course: one function from a matrix
 * to a matrix, judged on seeded inputs. It proves as soon as its solution is filled in.
 *
 * @param schema where the manifest's fields are described, as seen from the exercise
 */
export function scaffold(slug: ExerciseSlug, schema: string): Texts {
  const { file, title, function: name } = namesFor(slug);
  const [exercise, solution] = [`exercises/${slug}`, `solutions/${slug}`];
  return {
    [`${exercise}/exercise.json`]: json({
      $schema: schema,
      title,
      summary: 'One sentence: what is learned here.',
      lessons: [],
      file,
      packages: ['ml-matrix'],
      buildsOn: [],
      checks: [
        {
          id: 'agrees',
          title: `${name} agrees with the reference`,
          points: 8,
          kind: 'matches',
          probe: 'seeded',
          with: { outputs: ['A'] },
        },
        {
          id: 'pure',
          title: `${name} leaves its input as it was`,
          points: 2,
          kind: 'property',
          probe: 'seeded',
          with: { rule: 'pure' },
        },
      ],
    }),
    [`${exercise}/probes.ts`]: `import type { Probes } from 'chainrule/course';
import { normalMatrix, probesFor } from 'chainrule/fixtures';

type Work = typeof import('./${file}');
const probe = probesFor<Work>();

// Sizes that differ, so that a transpose or a swapped axis cannot hide.
const m = 7;
const n = 3;

export const probes: Probes<Work> = {
  seeded: probe({
    cases: 3,
    // Made beside the reference, with a generator of this case's own.
    input: (rng) => ({ Z: normalMatrix(rng, m, n) }),
    // All that happens behind the wall: the outputs that the checks name.
    run: (student, { Z }) => ({ A: student.${name}(Z) }),
    // Called twice, with its inputs watched: for the check of purity.
    watched: true,
  }),
};
`,
    [`${exercise}/README.md`]: `# ${slug.slice(0, 2)} ${title}

Why: one idea, in two or three sentences that a beginner can read aloud.

## The formulas

What is computed, with the names of the lesson.

| name | shape | what it is |
|---|---|---|
| Z | m x n | one example a row |
| A | m x n | what \`${name}\` returns |

## An example to follow with a pencil

A matrix of two rows, worked out by hand. A test beside the solution recomputes every number that stands here.

## Your turn

Write \`${name}\` in \`${file}\`.

## How it is judged

What is compared, on what kind of inputs, and what is asked besides.
`,
    [`${solution}/solution.ts`]: `import type { Matrix } from 'ml-matrix';

/**
 * What it computes, in a sentence.
 *
 * @param Z m x n, one example a row; not changed
 * @returns m x n
 */
export function ${name}(Z: Matrix): Matrix {
  // #region solution
  throw new Error(\`The reference is not written yet, for \${Z.rows} rows.\`);
  // #endregion
}
`,
    [`${solution}/mistakes.ts`]: `import type { Mistake } from 'chainrule/course';

// Each is a small edit of solution.ts: { id, title, hint, edits: [{ find, replace }] }.
// The hint is a question, never the repair.
export const mistakes: readonly Mistake[] = [];
`,
  };
}
