// What the authors of a course import, as `chainrule/course`; types only.
export type { Mistake } from './mistake.ts';
export type { Generator, Probe, Probes, Slopes } from './probe.ts';
