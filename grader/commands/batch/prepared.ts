import type { Gradebook } from '../../../reports/words/gradebook.ts';
import type { HandedIn } from '../../contract/class.ts';
import { readClass } from '../../intake/class.ts';
import { readCourse } from '../../intake/course.ts';
import { readRoster } from '../../intake/roster.ts';
import type { KeySource } from '../../make-key.ts';
import { strongestIsolation } from '../../sandbox/isolation.ts';
import { keySource } from '../keys.ts';
import type { Asked } from './asked.ts';
import type { Conditions } from './fingerprint.ts';
import { gradebooksFor } from './marks.ts';
import { type Marking, readMarking } from './rules.ts';

/** All that is read before anything is graded, so that whatever is wrong with it is told at once. */
export interface Prepared {
  readonly asked: Asked;
  readonly found: HandedIn;
  readonly keys: KeySource;
  readonly conditions: Conditions;
  readonly marking: Marking;
  readonly gradebooks: readonly Gradebook[];
}

/**
 * Reads what was asked for; whoever does so closes the keys.
 *
 * @throws Refusal where something of it cannot be taken as it stands
 */
export async function prepared(asked: Asked): Promise<Prepared> {
  const course = await readCourse(asked.course);
  const [marking, gradebooks] = await Promise.all([
    readMarking(asked, course),
    gradebooksFor(asked.gradebooks),
  ]);
  const roster = asked.roster === null ? null : await readRoster(asked.roster);
  const found = await readClass(asked.handIns, course, { roster });
  const keys = await keySource(course, {
    course: asked.course,
    secret: asked.seed !== null,
    ...(asked.seed === null ? {} : { seed: asked.seed }),
    ...(asked.key === null ? {} : { key: asked.key }),
  });
  const conditions = {
    course,
    seed: keys.seed,
    secret: keys.secret,
    // One that is made from the solutions says nothing that the course does not say.
    keyText: keys.canLink ? null : JSON.stringify(await keys.key()),
    isolation: strongestIsolation().level,
  };
  return { asked, found, keys, conditions, marking, gradebooks };
}
