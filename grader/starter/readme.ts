import type { Course } from '../contract/course.ts';
import { sumPoints, thousandths } from '../contract/identity.ts';

/** The page that a student reads first. */
export function readmeFor({ id, exercises }: Course): string {
  const [first] = exercises;
  const number = first?.slug.slice(0, 2) ?? '01';
  const rows = exercises.map(({ slug, manifest }) => {
    const points = sumPoints(manifest.checks.map((check) => thousandths(check.points))) / 1000;
    const lesson = `[${slug.slice(0, 2)} ${manifest.title}](exercises/${slug}/README.md)`;
    return `| ${lesson} | \`exercises/${slug}/${manifest.file}\` | ${points} |`;
  });
  return `# ${id}

Here you build a neural network from nothing but numbers, one idea at a time. Every exercise has a lesson to read and a file to fill in, and tells you at once what is right already and which idea to look at again.

You need [Node](https://nodejs.org) 20.19 or newer. Then two commands do everything:

\`\`\`sh
npm install     # once
npm test        # judges your work
\`\`\`

## How to work

1. Read the lesson of an exercise, for example [${first?.manifest.title ?? 'the first'}](exercises/${first?.slug ?? ''}/README.md).
2. Fill in its file: \`${first?.manifest.file ?? ''}\`. Leave the names and the \`export\` in front of them as they are.
3. Look at what comes of it, in the way that you like best:

\`\`\`sh
npm run watch      # judges the exercise anew whenever you save, and gives hints
npm test           # all exercises, one test for each check
npm test ${number}        # one exercise
npm run grade      # writes a page with pictures: feedback/feedback.html
\`\`\`

4. Commit and push. Your work is graded there too: the summary of the run says what is right, and its artifact holds the page.

| exercise | your file | points |
|---|---|---:|
${rows.join('\n')}

## Good to know

- You write with [ml-matrix](https://github.com/mljs/matrix): \`X.mmul(W1).addRowVector(b1)\` reads as X W1 + b1. \`A.add(B)\` changes \`A\`; \`Matrix.add(A, B)\` makes a new matrix.
- \`console.log\` and breakpoints work under \`npm test\`. In VS Code, open your file and choose *Run and Debug*, "Debug the exercise of the open file".
- Your program is also run behind a wall, without clock, chance or files: what must be random gets a generator, \`rng\`, as a parameter.
- Where an exercise builds on an earlier one that is not right yet, some of its checks wait for that one.
- \`key.json\` holds the numbers that your work is compared with. There is nothing to edit in it, in \`probes.ts\` and in \`exercise.json\`.
- The points that you see here tell you where you stand. The mark that counts comes from your teacher's own run, with other numbers.
`;
}
