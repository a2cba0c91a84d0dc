import fc from 'fast-check';

/** What a student may write to have a workflow obey it. */
export const COMMANDING_WORDS: readonly string[] = [
  '::error::forged',
  '::error file=a.ts,line=1::forged',
  '::notice title=Autograding complete::Points 100/100',
  '::set-output name=points::100',
  '::save-state name=a::b',
  '::add-mask::0',
  '::add-matcher::x.json',
  '::debug::forged',
  '::group::forged',
  '::endgroup::',
  '::stop-commands::token',
  '::token::',
  '::stop-commands::',
  '::::',
  '##[error]forged',
  '##[set-output name=points;]100',
  '##[add-mask]0',
  'x ##[warning]forged',
  '###[notice]forged',
  '  ::warning::forged',
  '\u00a0::warning::forged',
  '\u3000::warning::forged',
  '\u0085::warning::forged',
  '\ufeff::warning::forged',
  '%0A::error::forged',
  '%0D%0A::error::forged',
  '%250A::error::forged',
  '::error::%0A::error::forged',
  ',line=99::forged',
  ':line=99,file=b.ts::forged',
  'points=100',
  'points<<end',
  'end',
];

/** Words of that kind, with every end of a line between them that any reader knows. */
export const commanding = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...COMMANDING_WORDS) },
      fc.constantFrom('\n', '\r', '\r\n', '\u2028', '\u2029', '\u0085', '\u000b', '\u000c', ' '),
      fc.constantFrom(':', '::', '#', '##', '[', ']', '%', ',', '='),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''));
