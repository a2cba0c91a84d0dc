import type { Tolerance } from '../contract/exercise.ts';

/** Centred differences with h = 1e-5 are right to about 1e-10; the weakest known mistake departs by 5e-3. */
export const GRADIENT_TOLERANCE: Tolerance = { absolute: 1e-7, relative: 1e-5 };
