import { describe, expect, test } from 'vitest';
import { tracedText } from './traced.ts';

const variableIn = (text: string, beside?: readonly string[]) => tracedText(text, beside)?.variable;

test('what is handed out of a function stays apart from the word that hands it out', () => {
  const text = 'function* all(a) {\nyield(a);\nreturn[a];\n}';
  expect(tracedText(text)?.text).toMatch(/yield \$line_back\(.*\n.*return \$line_back\(/);
});

describe('the variable is a name that nothing begins with', () => {
  test.each([
    ['that is not there', 'line;', '$line'],
    ['beside one that is', '$line;', '$line1'],
    ['beside longer ones', '$lines; $line9_back;', '$line10'],
    ['beside numbers that begin with zeros', '$line007;', '$line8'],
    ['beside one in an odd spelling', String.raw`\u0024line; $lin\u{00065}\u0034;`, '$line5'],
  ])('%s', (_, text, variable) => {
    expect(variableIn(text)).toBe(variable);
  });

  test('in what the text is bundled with', () => {
    expect(variableIn('$line1;', ['$line3;', String.raw`$lin\u0065\u0037;`])).toBe('$line8');
  });
});

describe('nothing is traced', () => {
  test.each([
    ['of more nodes than anybody writes', 'a;'.repeat(30_000)],
    ['that is nested deeper than anybody nests', `a${'()'.repeat(1000)};`],
    ['that leaves no number for a name', `$line${'9'.repeat(16)};`],
  ])('%s', (_, text) => {
    expect(tracedText(text)).toBeNull();
  });
});
