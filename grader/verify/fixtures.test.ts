import { describe, expect, test } from 'vitest';
import type { Value } from '../contract/value.ts';
import { claimOf, classroom } from '../testing/classroom.ts';
import { toyCourse } from '../testing/toy-course.ts';
import { matrix, number, record } from '../testing/values.ts';
import { rolesOf } from './fixture-roles.ts';
import { FIXTURE_RULES } from './fixture-rules.ts';
import type { Hidden } from './hidden-units.ts';

const W1 = matrix([1.5, -1.2, 0.7], [0.4, 1.1, -0.9]);
const parameters = record({
  W1,
  b1: matrix([0.3, -0.2, 0.1]),
  W2: matrix([0.8], [-0.6], [1.3]),
  b2: matrix([0.2]),
});
const X = matrix([1, 2], [-1, 0.5], [2, -1], [-2, -1]);

/** What a rule says of an input; `undefined` where it has nothing to say. */
const says = (name: string, fields: Readonly<Record<string, Value>>, hidden: Hidden = 'relu') => {
  const rule = FIXTURE_RULES.find((each) => each.name === name);
  if (rule === undefined) throw new Error(`no rule ${name}`);
  return rule.problem(rolesOf(record(fields)), hidden);
};

const network = (own: Readonly<Record<string, Value>>) =>
  record({ ...(parameters.kind === 'record' ? parameters.fields : {}), ...own });

describe('a network and its examples', () => {
  test.each(FIXTURE_RULES.map(({ name }) => name))(
    'that are well drawn keep the rule %s',
    (name) => {
      expect(says(name, { X, parameters }) ?? null).toBeNull();
    },
  );

  test('are known where the biases are the last rows of the weights', () => {
    const stacked = (bias: number) =>
      record({
        W1: matrix([1.5, -1.2, 0.7], [0.4, 1.1, -0.9], [0.3, bias, 0.1]),
        W2: matrix([0.8], [-0.6], [1.3], [0.2]),
      });
    const problems = FIXTURE_RULES.map(({ name }) => says(name, { X, parameters: stacked(-0.2) }));
    expect(problems.filter(Boolean)).toEqual(['W1 is square, 3 x 3']);
    expect(says('biases', { X, parameters: stacked(0) })).toBe('a bias of layer 1 is 0');
  });

  test('have sizes of their own', () => {
    const three = matrix([1, 2], [-1, 0.5], [2, -1]);
    expect(says('sizes', { X: three, parameters })).toBe('two of the sizes are 3');
  });

  test('are more than two examples', () => {
    expect(says('sizes', { X: matrix([1, 2], [3, 1]), parameters })).toContain('2 examples');
  });

  test('have no bias of 0', () => {
    const b1 = matrix([0.3, 0, 0.1]);
    expect(says('biases', { X, parameters: network({ b1 }) })).toBe('a bias of layer 1 is 0');
  });

  test('have no weight twice', () => {
    const W2 = matrix([0.8], [0.8], [1.3]);
    expect(says('weights', { parameters: network({ W2 }) })).toBe(
      'the weight 0.8 stands there twice',
    );
  });

  test('have no weights next to nothing', () => {
    const tiny = record({ W1: matrix([0.001, 0.002, -0.001]), b1: matrix([1, 2, 3]) });
    expect(says('weights', { parameters: tiny })).toBe('the weights are about 0.001 in size');
  });

  test('have units that are on and off', () => {
    const b1 = matrix([0.3, 90, 0.1]);
    expect(says('units', { X, parameters: network({ b1 }) })).toBe(
      'all examples lie on one side of unit 2 of hidden layer 1',
    );
  });

  test('have a tanh that bends', () => {
    const small = matrix([0.1, 0.1], [0.2, 0], [0, 0.1], [-0.1, 0]);
    expect(says('units', { X: small, parameters }, 'tanh')).toBe(
      'no z goes beyond 1 in any unit of hidden layer 1',
    );
  });

  test('may hold factors beside the network: one that is well is enough', () => {
    const factors = network({ W2: matrix([1], [1], [1]) });
    expect(says('weights', { factors, parameters })).toBeNull();
  });

  test('may come in a list of layers', () => {
    const layers: Value = { kind: 'list', items: [record({ W: W1, b: matrix([0, 1, 2]) })] };
    expect(says('biases', { X, layers })).toBe('a bias of layer 1 is 0');
  });
});

describe('an input', () => {
  test('has no square matrix', () => {
    expect(says('shapes', { Z: matrix([1, 2], [3, 4]) })).toBe('Z is square, 2 x 2');
  });

  test.each([
    ['one column of a single class', matrix([1], [1], [1]), 'all labels are of one class'],
    ['as many ones as zeros', matrix([1], [0]), 'all classes are equally large'],
    ['one-hot rows, one of each', matrix([1, 0], [0, 1]), 'all classes are equally large'],
    ['two of three', matrix([1], [1], [0]), null],
  ])('has labels that are unbalanced: %s', (_, Y, told) => {
    expect(says('labels', { Y })).toBe(told);
  });

  test('has no number that is a size too', () => {
    expect(says('numbers', { X, parameters, steps: number(4) })).toContain('steps is 4');
  });

  test('has no factor of 1', () => {
    expect(says('numbers', { lambda: number(1) })).toContain('lambda is 1');
  });

  test('has a penalty that pulls about as hard as the data', () => {
    const gradients = record({ dW1: W1, dW2: matrix([0.8], [-0.6], [1.3]) });
    const of = (lambda: number) =>
      says('balance', { X, parameters, gradients, lambda: number(lambda) });
    expect([of(4), of(40)]).toEqual([null, 'in W1 the penalty pulls 10 times as hard as the data']);
  });

  test('has a leak that shows', () => {
    expect(says('leak', { slope: number(0.01) })).toBe('the slope of a leaky unit is 0.01');
  });

  test('has batches that leave a rest', () => {
    expect(says('batches', { X, batchSize: number(2) })).toBe('batches of 2 divide the 4 examples');
  });
});

describe('in a course', () => {
  const path = 'exercises/01-double/probes.ts';
  const place = 'exercises/01-double/exercise.json';
  const square = toyCourse[path].replace('normalMatrix(rng, 3, 2)', 'normalMatrix(rng, 2, 2)');
  const claimed = async (own: Readonly<Record<string, string>> = {}) =>
    claimOf(await (await classroom({ ...toyCourse, ...own })).proved(), 'fixtures');
  const exempting = (rule: string) =>
    JSON.stringify({
      ...JSON.parse(toyCourse[place]),
      exempt: [{ probe: 'double', rule, because: 'The lesson draws it so.' }],
    });

  test('inputs that are well drawn are counted', async () => {
    expect(await claimed()).toMatchObject({ holds: true, detail: '2 probes' });
  });

  test('a probe whose inputs are all square is a breach, told with what to do', async () => {
    expect(await claimed({ [path]: square })).toMatchObject({
      holds: false,
      detail: expect.stringMatching(
        /^probe double, seed 1: Z is square, 2 x 2 \(rule "shapes"\); give/,
      ),
    });
  });

  test('one case that is special is none', async () => {
    const special = toyCourse[path].replace(
      'input: (rng) => ({ Z: normalMatrix(rng, 3, 2) })',
      'input: (rng, _, index) => ({ Z: normalMatrix(rng, 2 + index, 2) })',
    );
    expect((await claimed({ [path]: special }))?.holds).toBe(true);
  });

  test('an author may say why a rule does not apply', async () => {
    const own = { [path]: square, [place]: exempting('shapes') };
    expect(await claimed(own)).toMatchObject({ holds: true, detail: '2 probes, 1 exempt' });
  });

  test.each([
    ['is kept', 'shapes', 'take it out of "exempt"'],
    ['does not exist', 'shape', 'there is no rule "shape"; the rules are shapes, sizes'],
  ])('an exemption from a rule that %s is a breach', async (_, rule, told) => {
    expect((await claimed({ [place]: exempting(rule) }))?.detail).toContain(told);
  });
});
