import { report as classroom } from '../../reports/classroom.ts';
import { report as classroom50 } from '../../reports/classroom50.ts';
import { report as ctrf } from '../../reports/ctrf.ts';
import { report as gradescope } from '../../reports/gradescope.ts';
import { report as junit } from '../../reports/junit.ts';
import { report as prairielearn } from '../../reports/prairielearn.ts';
import { report as sarif } from '../../reports/sarif.ts';
import { report as tap } from '../../reports/tap.ts';
import type { Report } from '../../reports/words/report.ts';
import type { Result } from '../contract/result.ts';
import {
  classroom50Problems,
  classroomProblems,
  ctrfProblems,
  gradescopeProblems,
  junitProblems,
  type Problems,
  prairieLearnProblems,
  readTap,
  sarifProblems,
  tapProblems,
} from './authorities.ts';

/** A format as its platform reads it. */
export interface Platform {
  readonly report: Report;
  readonly problems: Problems;
  /** Points that the platform shows as earned. */
  readonly total: (text: string, result: Result) => number;
  /** Names of the tests, as the platform has them. */
  readonly names: (text: string) => readonly string[];
}

// Documents of our own: what is in them is what was just written there.

type Entry = Readonly<Record<string, never>>;

const listIn = (text: string, ...path: readonly string[]): readonly Entry[] =>
  path.reduce((part, step) => part[step], JSON.parse(text));

const field = (name: string) => (entry: Entry) => entry[name] as never;

/** As programs add: one after the other, and without rounding. */
const sum = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0);

/** Sums that platforms round before they show them. */
const rounded = (amounts: readonly number[]) => Math.round(sum(amounts) * 1000) / 1000;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#x60': '`',
  '#x3D': '=',
};

/** Every match of the one group of an expression, read as XML. */
const inXml = (text: string, expression: RegExp): readonly string[] =>
  [...text.matchAll(expression)].map(([, value = '']) =>
    value.replace(/&(.*?);/g, (whole, name) => ENTITIES[name] ?? whole),
  );

const SUITE_POINTS =
  /<testsuite [^>]*>\s*<properties>\s*<property name="points\.earned" value="([^"]*)"/g;

/** Every format that is made for a platform, by its name. */
export const PLATFORMS: readonly (readonly [string, Platform])[] = Object.entries({
  junit: {
    report: junit,
    problems: junitProblems,
    total: (text) => rounded(inXml(text, SUITE_POINTS).map(Number)),
    names: (text) => inXml(text, /<testcase [^>]*? name="([^"]*)"/g),
  },
  ctrf: {
    report: ctrf,
    problems: ctrfProblems,
    total: (text) => JSON.parse(text).results.extra['chainrule.points'].earned,
    names: (text) => listIn(text, 'results', 'tests').map(field('name')),
  },
  sarif: {
    report: sarif,
    problems: sarifProblems,
    total: (text) => JSON.parse(text).runs[0].properties.points.earned,
    // Findings have no names.
    names: () => [],
  },
  tap: {
    report: tap,
    problems: tapProblems,
    total: (text) =>
      Number(/^# (\S+) of \S+ points$/.exec(readTap(text).comments.at(-1) ?? '')?.[1]),
    names: (text) => readTap(text).tests.map(({ name }) => name),
  },
  classroom: {
    report: classroom,
    problems: classroomProblems,
    total: (text) => sum(listIn(text, 'tests').map(field('score'))),
    names: (text) => listIn(text, 'tests').map(field('name')),
  },
  classroom50: {
    report: classroom50,
    problems: classroom50Problems,
    // Its points are whole: they may be tenths, hundredths or thousandths of ours.
    total: (text, { points: { possible } }) => {
      const { score, 'max-score': most } = JSON.parse(text);
      return most === 0 ? score : Math.round((score * possible) / most) / 1000;
    },
    names: (text) => listIn(text, 'tests').map(field('test-name')),
  },
  gradescope: {
    report: gradescope,
    problems: gradescopeProblems,
    total: (text) => JSON.parse(text).score,
    names: (text) => listIn(text, 'tests').map(field('name')),
  },
  prairielearn: {
    report: prairielearn,
    problems: prairieLearnProblems,
    total: (text) => rounded(listIn(text, 'tests').map(field('points'))),
    names: (text) => listIn(text, 'tests').map(field('name')),
  },
} satisfies Readonly<Record<string, Platform>>);
