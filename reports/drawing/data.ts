import type { ExerciseResult, Got } from '../../grader/contract/result.ts';

// A report knows of the grader only the result: the kinds of pictures are found in it.

/** A picture of what a student's code does, as the result holds it. */
export type Picture = ExerciseResult['pictures'][number];

/** Numbers over numbers. */
export type Curves = Extract<Picture, { draw: 'curves' }>;

/** One of the curves of a picture. */
export type Curve = Curves['curves'][number];

/** One number for each of a few things. */
export type Dots = Extract<Picture, { draw: 'dots' }>;

/** What a network says of the plane. */
export type Boundary = Extract<Picture, { draw: 'boundary' }>;

/** What number a network predicts over the plane. */
export type Surface = Extract<Picture, { draw: 'surface' }>;

/** An output beside what was expected. */
export type Compared = NonNullable<Got['compared']>;
