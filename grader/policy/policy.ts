import { type Static, Type } from '@sinclair/typebox';
import { closed, type Frozen, oneOf, type Thousandths, thousandths } from '../contract/identity.ts';
import { Refusal } from '../contract/refusal.ts';
import { validated } from '../contract/validator.ts';
import { instantIn, instantInWords } from './instant.ts';

const Percent = Type.Number({ minimum: 0, maximum: 100, multipleOf: 0.001 });

/** What an instructor writes down for the whole class; whatever is left out changes nothing. */
export const PolicySchema = closed({
  /** A date with a time and its zone: `2026-03-05T23:59:00+01:00`. Without one, late is what the platform says is late. */
  deadline: Type.Optional(Type.String()),
  late: Type.Optional(
    closed({
      /** For each of these that was started, counted from the deadline. */
      per: oneOf(['day', 'hour']),
      percent: Percent,
      /** Percent of the points that were earned, or of all that are possible. */
      of: oneOf(['points', 'possible']),
      /** Percent that are taken at most; 100 where it is not said. */
      atMost: Type.Optional(Percent),
      /** Minutes after the deadline that count as in time. */
      grace: Type.Optional(Type.Integer({ minimum: 0 })),
    }),
  ),
  /** How many exercises are not counted: those without which the others look best. One is counted always. */
  drop: Type.Optional(Type.Integer({ minimum: 0 })),
  /** Points above which there is no mark. */
  cap: Type.Optional(Type.Number({ minimum: 0, multipleOf: 0.001 })),
  /** Which of several hand-ins counts: the last before the deadline (as it is where nothing is said), or the best. */
  attempts: Type.Optional(oneOf(['last', 'best'])),
});
type Written = Frozen<Static<typeof PolicySchema>>;

export interface LatePenalty {
  readonly per: 'day' | 'hour';
  readonly of: 'points' | 'possible';
  /** In thousandths of a percent. */
  readonly percent: number;
  readonly atMost: number;
  /** In milliseconds. */
  readonly grace: number;
}

/** The rules of a class, with all that was left out filled in. */
export interface Policy {
  /** In milliseconds since 1970. */
  readonly deadline: number | null;
  readonly late: LatePenalty | null;
  readonly drop: number;
  readonly cap: Thousandths | null;
  readonly attempts: 'last' | 'best';
}

/** Marks are the points that were earned. */
export const NO_POLICY: Policy = {
  deadline: null,
  late: null,
  drop: 0,
  cap: null,
  attempts: 'last',
};

/**
 * The policy in a document that somebody has parsed, as JSON or as YAML.
 *
 * @param what where the document came from: "policy.yaml"
 * @throws Refusal where it says something that no policy says
 */
export function policyIn(data: unknown, what: string): Policy {
  const remedy = 'Mend it; without the field the rule does not apply.';
  const written = validated(PolicySchema, data ?? {}, { code: 'broken-policy', what, remedy });
  const { deadline, late, drop = 0, cap, attempts = 'last' } = written;
  const instant = deadline === undefined ? null : instantIn(deadline);
  if (deadline !== undefined && instant === null) {
    throw new Refusal(
      'broken-policy',
      `${what}: at /deadline: "${deadline}" is no date with a time and a zone`,
      `Write it like ${instantInWords(Date.UTC(2026, 2, 5, 23, 59))}, or with +01:00 in the place of Z.`,
    );
  }
  return {
    deadline: instant,
    late: late === undefined ? null : penaltyIn(late),
    drop,
    cap: cap === undefined ? null : thousandths(cap),
    attempts,
  };
}

function penaltyIn(late: NonNullable<Written['late']>): LatePenalty {
  const { per, of, percent, atMost = 100, grace = 0 } = late;
  return {
    per,
    of,
    percent: Math.round(percent * 1000),
    atMost: Math.round(atMost * 1000),
    grace: grace * 60_000,
  };
}
