import { percent } from '../words/numbers.ts';
import { titleInWords } from './clip.ts';
import { type Discrimination, FEWEST, type Item } from './item.ts';
import type { ItemGroup } from './items.ts';
import { counted } from './member.ts';
import { REASONS_IN_WORDS } from './reasons.ts';

/** The item analysis as the page shows it: what to look at first, then every check. */
export function itemsView(groups: readonly ItemGroup[], size: number) {
  const views = groups.map((group) => groupView(group, size));
  const flagged = views.flatMap(({ anchor, name, rows }) =>
    rows.flatMap(({ title, flags }) =>
      flags.map((flag) => ({ anchor, exercise: name, title, flag })),
    ),
  );
  return {
    fewest: FEWEST,
    flagged,
    // Of a few submissions that would be too much to say.
    unremarkable: flagged.length === 0 && size >= FEWEST,
    groups: views,
  };
}

function groupView({ slug, title, present, right, mean, items }: ItemGroup, size: number) {
  const rows = items.map(rowView);
  const flagged = rows.filter(({ flags }) => flags.length > 0).length;
  return {
    anchor: `checks-${slug}`,
    name: titleInWords(`${slug.slice(0, 2)} ${title}`),
    words: [
      ...(mean === null ? [] : [`mean ${percent(mean / 100)}`]),
      `all right in ${right} of ${present}`,
      ...(present < size ? [`not in ${counted(size - present)}`] : []),
      `${items.length} ${items.length === 1 ? 'check' : 'checks'}`,
      ...(flagged > 0 ? [`${flagged} to look at`] : []),
    ].join(', '),
    rows,
  };
}

function rowView(item: Item) {
  const { title, counts, passRate, commonest } = item;
  return {
    title: titleInWords(title),
    ...counts,
    rate: passRate === null ? null : percent(passRate),
    // A bar of 100 units.
    bar: passRate === null ? 0 : Math.round(passRate * 1000) / 10,
    ...discriminationInWords(item.discrimination),
    reason:
      commonest === null ? null : `${REASONS_IN_WORDS[commonest.reason]} (${commonest.count})`,
    flags: flagsOf(item),
  };
}

const NONE: Readonly<Record<Exclude<Discrimination, number>, string>> = {
  'too-few': 'too few submissions to tell',
  'same-here': 'the same for everyone',
  'same-elsewhere': 'everyone has the same elsewhere',
};

function discriminationInWords(value: Discrimination) {
  return typeof value === 'number'
    ? { discrimination: signed(value), none: null }
    : { discrimination: null, none: NONE[value] };
}

/** Two decimals with a minus that is read as one; what is rounded to nothing has no sign. */
function signed(value: number): string {
  const hundredths = Math.round(value * 100);
  return `${hundredths < 0 ? '−' : ''}${(Math.abs(hundredths) / 100).toFixed(2)}`;
}

/** What an instructor should know of a check before any number. */
function flagsOf({ counts, discrimination, commonest }: Item): readonly string[] {
  const judged = counts.pass + counts.fail;
  const most = commonest === null ? '' : `; most often: ${REASONS_IN_WORDS[commonest.reason]}`;
  // Of one submission, "nobody" would say no more than its row.
  const nobody = judged > 1 && counts.pass === 0;
  const against = typeof discrimination === 'number' && Math.round(discrimination * 100) < 0;
  return [
    ...(nobody ? [`Nobody passes: ${judged} of ${judged} that were judged do not${most}.`] : []),
    ...(against
      ? [
          `Discrimination is ${signed(discrimination)}: those who do better elsewhere tend to fail here.`,
        ]
      : []),
  ];
}
