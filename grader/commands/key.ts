import { readCourse } from '../intake/course.ts';
import { KeyMaker } from '../make-key.ts';
import { chosenSeed } from './arguments.ts';
import { writeWhole } from './write.ts';

/** `chainrule key`: writes the key of a seed, with which to grade where no solution is. */
export async function keyCommand(options: {
  readonly course: string;
  readonly seed?: string;
  readonly secret?: boolean;
  readonly out: string;
}): Promise<number> {
  const course = await readCourse(options.course);
  const maker = new KeyMaker(course, chosenSeed(options.seed, options.secret), options.secret);
  try {
    const key = await maker.key();
    await writeWhole({ [options.out]: `${JSON.stringify(key)}\n` });
    process.stdout.write(
      `${options.out}: the key of seed ${key.seed} for ${key.exercises.length} exercises\n`,
    );
    return 0;
  } finally {
    maker.close();
  }
}
