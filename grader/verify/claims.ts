import type { Claim } from './claim.ts';
import { alternatives } from './claims/alternatives.ts';
import { checks } from './claims/checks.ts';
import { drift } from './claims/drift.ts';
import { fixtures } from './claims/fixtures.ts';
import { margins } from './claims/margins.ts';
import { mistakes } from './claims/mistakes.ts';
import { mutants } from './claims/mutants.ts';
import { pairs } from './claims/pairs.ts';
import { sameBytes } from './claims/same-bytes.ts';
import { solution } from './claims/solution.ts';
import { stub } from './claims/stub.ts';
import { thresholds } from './claims/thresholds.ts';
import { toldApart } from './claims/told-apart.ts';

/** What must hold of every exercise, in the order in which it is told. */
export const CLAIMS: readonly Claim[] = [
  solution,
  alternatives,
  stub,
  mistakes,
  toldApart,
  pairs,
  margins,
  thresholds,
  fixtures,
  mutants,
  checks,
  sameBytes,
  drift,
];
