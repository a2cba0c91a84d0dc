import type { ExerciseResult } from '../../grader/contract/result.ts';

/** Where the functions behind a check begin and end in the student's file. */
export function placesOf(names: readonly string[], { facts }: ExerciseResult) {
  return names.flatMap((name) => {
    const found = facts?.exports.find((each) => each.name === name);
    return found === undefined ? [] : [{ name, line: found.line, last: found.last }];
  });
}
