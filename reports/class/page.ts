import Handlebars from 'handlebars/runtime.js';
import own from '../../templates/class.css?raw';
import template from '../../templates/class.hbs';
import script from '../../templates/class.js?raw';
import shared from '../../templates/feedback.css?raw';
import { hashOf } from '../words/policy.ts';
import { OUTCOMES } from '../words/student.ts';
import { clipped } from './clip.ts';
import { figuresOf, originOf } from './figures.ts';
import { histogramOf } from './histogram.ts';
import { analyseItems } from './items.ts';
import { itemsView } from './items-view.ts';
import { type ClassMark, marksView } from './marks.ts';
import { type ClassMember, counted, inOrder, madePlain } from './member.ts';
import { commonMistakes } from './mistakes.ts';
import { troublesOf } from './review.ts';
import { rollOf } from './roll.ts';
import { scoreOf } from './score.ts';
import { timingsOf } from './timings.ts';

export type { ClassMark } from './marks.ts';
export { type ClassMember, inBrief } from './member.ts';

// Handlebars escapes every value; only the style sheet and the script, which are ours, go in as they are.
const page = Handlebars.template(template);

/** One element, because the page allows one. */
const style = `${shared}\n${own}`;

/**
 * The page of a whole class for its instructor: what to mend, how hard each check
 * is, which mistakes are common, everybody's points, and how the marks came about. A
 * pure function of the results and the marks: same class, same bytes, in whatever order
 * it is given.
 */
export function renderClass(
  given: readonly ClassMember[],
  options: { readonly title: string; readonly marks?: readonly ClassMark[] },
): string {
  const members = inOrder(given).map(madePlain);
  const results = members.map(({ result }) => result);
  const unjudged = results.filter(({ status }) => status === 'error').length;
  return page({
    style,
    // The page may use its own style sheet and script and nothing else: no picture, no request.
    styleHash: hashOf(style),
    script,
    scriptHash: hashOf(script),
    title: clipped(options.title, 120) || 'Class',
    size: counted(members.length),
    empty: members.length === 0,
    troubles: troublesOf(members),
    figures: figuresOf(results),
    unjudged: unjudged === 0 ? null : counted(unjudged),
    origin: originOf(results),
    histogram: histogramOf(results.flatMap(({ points }) => scoreOf(points) ?? [])),
    items: itemsView(analyseItems(results), members.length),
    mistakes: commonMistakes(members),
    timings: timingsOf(members),
    marks: marksView(options.marks ?? []),
    roll: rollOf(members),
    outcomes: Object.values(OUTCOMES),
  });
}
