import { describe, expect, test } from 'vitest';
import type { CheckKind, JudgedCase } from '../contract/check-kind.ts';
import type { Exercise } from '../contract/exercise.ts';
import type { Probe } from '../contract/probe.ts';
import type { Value } from '../contract/value.ts';
import { decode } from '../sandbox/inside/decode.ts';
import { encode } from '../sandbox/inside/encode.ts';
import { generator } from '../sandbox/inside/fixtures.ts';
import { measureSlopes } from '../sandbox/inside/slopes.ts';

const LIMITS = { characters: 1 << 22, depth: 12 };

/** What an ordinary test file of one exercise imports. */
export interface Subject {
  readonly manifest: Exercise;
  readonly student: object;
  readonly reference: object;
  readonly probes: Readonly<Record<string, Probe<object, unknown>>>;
}

const kinds = import.meta.glob<{ kind: CheckKind }>(['../checks/*.ts', '!**/*.test.ts'], {
  eager: true,
});

/**
 * The checks of an exercise as ordinary Vitest tests in one process, without any
 * wall: what the grader's time is held against.
 */
export function sameChecks({ manifest, student, reference, probes }: Subject): void {
  describe(manifest.title, () => {
    const judged = new Map<string, readonly JudgedCase[]>();
    const casesOf = (name: string): readonly JudgedCase[] => {
      const known = judged.get(name);
      if (known !== undefined) return known;
      const probe = probes[name];
      if (probe === undefined) throw new Error(`no probe ${name}`);
      const cases = Array.from({ length: probe.cases }, (_, index) =>
        judgedCase(probe, index, name, student, reference),
      );
      judged.set(name, cases);
      return cases;
    };
    test.each(manifest.checks)('$title', (check) => {
      const kind = kinds[`../checks/${check.kind}.ts`]?.kind;
      const finding = kind?.judge({
        settings: check.with ?? {},
        cases: check.probe === undefined ? [] : casesOf(check.probe),
        // The compiler's part is left out here, to the benefit of the other side.
        facts: { syntaxErrors: [], exports: [], imports: [], uses: [], advice: [] },
      });
      expect(finding?.status).toBe('pass');
    });
  });
}

function judgedCase(
  probe: Probe<object, unknown>,
  index: number,
  name: string,
  student: object,
  reference: object,
): JudgedCase {
  const data = (value: unknown): Value => JSON.parse(encode(value, LIMITS));
  const input = data(probe.input(generator(`${name} ${index}`), reference, index));
  const given = decode(input);
  const returned = data(probe.run(student, given));
  const watched = probe.watched === true;
  const again = watched ? data(probe.run(student, decode(input))) : returned;
  const truth = probe.truth?.(generator(`truth of ${name} ${index}`), decode(input));
  const slopes = probe.slopes && measureSlopes(probe.slopes, reference, decode(input));
  return {
    input,
    truth: truth === undefined ? null : data(truth),
    slopes:
      slopes === undefined
        ? null
        : Object.fromEntries(
            Object.entries(slopes).map(([parameter, { coarse, fine }]) => [
              parameter,
              { coarse: data(coarse), fine: data(fine) },
            ]),
          ),
    expected: data(probe.run(reference, decode(input))),
    returned,
    changed:
      watched && JSON.stringify(data(given)) !== JSON.stringify(input)
        ? ['input']
        : watched
          ? []
          : null,
    repeats: watched ? JSON.stringify(again) === JSON.stringify(returned) : null,
  };
}
