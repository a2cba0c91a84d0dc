import type { Limits } from '../contract/exercise.ts';
import type { KeyCase, KeyProbe } from '../contract/key.ts';
import { SlopesSchema } from '../contract/key.ts';
import { firstProblem } from '../contract/validator.ts';
import type { Value } from '../contract/value.ts';
import { ValueSchema } from '../contract/value-schema.ts';
import { toObservation } from './observe.ts';
import type { Answer, Session } from './session.ts';

/** What the reference says of an exercise: its exports and every case of every probe. */
export interface ReferenceRun {
  readonly exports: readonly string[];
  readonly probes: Readonly<Record<string, KeyProbe>>;
}

/** Something an author has to mend: the reference or its probes did not do as they must. */
export class ReferenceFailure extends Error {}

/** What a probe makes of a case before anybody's functions are run on it. */
export type Fixture = Pick<KeyCase, 'input' | 'truth'>;

/** The seed for one purpose: of a probe, a case, and `input` or `truth`. */
export type SeedOf = (probe: string, index: number, purpose: 'input' | 'truth') => string;

/** The reference has all the time it needs; a student's limit says how much that may be. */
const PATIENCE = 10;

/**
 * Makes the cases of an exercise and runs the reference on them.
 *
 * @throws ReferenceFailure when the reference does not load or an input cannot be made
 */
export async function runReference(
  session: Session,
  code: string,
  limits: Limits,
  seedOf: SeedOf,
): Promise<ReferenceRun> {
  const loaded = await openReference(session, code, limits);
  const probes: Record<string, KeyProbe> = {};
  for (const { name, cases, watched } of loaded.probes) {
    const made: KeyCase[] = [];
    const functions = new Set<string>();
    for (let index = 0; index < cases; index += 1) {
      const { called, ...rest } = await makeCase(session, name, index, seedOf);
      made.push(rest);
      for (const each of called) functions.add(each);
    }
    probes[name] = { watched, functions: [...functions], cases: made };
  }
  return { exports: [...loaded.exports].sort(), probes };
}

/**
 * Makes inputs and truths alone, once for each seed, and runs nothing on them.
 *
 * @param isWanted whether the cases of a probe are asked for
 * @returns the cases of every wanted probe, in the order of the seeds
 * @throws ReferenceFailure when the reference does not load or an input cannot be made
 */
export async function makeFixtures(
  session: Session,
  code: string,
  limits: Limits,
  isWanted: (probe: string) => boolean,
  seeds: readonly SeedOf[],
): Promise<readonly Readonly<Record<string, readonly Fixture[]>>[]> {
  const { probes } = await openReference(session, code, limits);
  const made: Record<string, readonly Fixture[]>[] = [];
  for (const seedOf of seeds) {
    const bySeed: Record<string, readonly Fixture[]> = {};
    for (const { name, cases } of probes.filter(({ name }) => isWanted(name))) {
      const fixtures: Fixture[] = [];
      for (let index = 0; index < cases; index += 1) {
        fixtures.push(await makeFixture(session, name, index, seedOf));
      }
      bySeed[name] = fixtures;
    }
    made.push(bySeed);
  }
  return made;
}

async function openReference(
  session: Session,
  code: string,
  limits: Limits,
): Promise<Extract<Answer, { readonly outcome: 'loaded' }>> {
  const loaded = await session.open(code, { ...limits, seconds: limits.seconds * PATIENCE });
  if (loaded.outcome !== 'loaded') throw new ReferenceFailure(`the solution ${inWords(loaded)}`);
  return loaded;
}

async function makeCase(
  session: Session,
  probe: string,
  index: number,
  seedOf: SeedOf,
): Promise<KeyCase & { readonly called: readonly string[] }> {
  const { input, truth } = await makeFixture(session, probe, index, seedOf);
  const inputText = JSON.stringify(input);
  const slopes = made(
    await session.call('makeSlopes', probe, inputText),
    `the slopes of ${placeOf(probe, index)}`,
  );
  const answer = await session.call('runTelling', probe, inputText);
  return {
    input,
    truth,
    reference: toObservation(answer, input),
    slopes: slopesOf(slopes),
    called: answer.outcome === 'returned' ? (answer.called ?? []) : [],
  };
}

async function makeFixture(
  session: Session,
  probe: string,
  index: number,
  seedOf: SeedOf,
): Promise<Fixture> {
  const place = placeOf(probe, index);
  const input = made(
    await session.call('makeInput', probe, index, seedOf(probe, index, 'input')),
    `the input of ${place}`,
  );
  if (!isValue(input)) throw new ReferenceFailure(`the input of ${place} is no plain data`);
  const truth = made(
    await session.call('makeTruth', probe, JSON.stringify(input), seedOf(probe, index, 'truth')),
    `the truth of ${place}`,
  );
  return { input, truth: isValue(truth) ? truth : null };
}

function placeOf(probe: string, index: number): string {
  return `probe "${probe}", case ${index + 1}`;
}

function made(answer: Answer, what: string): unknown {
  if (answer.outcome !== 'made') throw new ReferenceFailure(`${what} ${inWords(answer)}`);
  return answer.value;
}

function isValue(data: unknown): data is Value {
  return firstProblem(ValueSchema, data) === null;
}

/** `{W1: {coarse, fine}}` out of the record of records that the realm answers with. */
function slopesOf(data: unknown): KeyCase['slopes'] {
  if (!isValue(data) || data.kind !== 'record') return null;
  const slopes = Object.fromEntries(
    Object.entries(data.fields).map(([name, pair]) => [
      name,
      pair.kind === 'record' ? pair.fields : null,
    ]),
  );
  if (firstProblem(SlopesSchema, slopes) !== null)
    throw new ReferenceFailure('slopes are no matrices');
  // Held to the schema in the line above.
  return slopes as KeyCase['slopes'];
}

function inWords(answer: Answer): string {
  if (answer.outcome === 'threw') return `threw ${answer.name}: ${answer.message}`;
  return answer.outcome === 'interrupted' ? `was stopped: ${answer.how}` : answer.outcome;
}
