import ownPackage from '../../package.json' with { type: 'json' };
import { GIT_FILES, json, packageName, type Texts, tsconfigFor } from './texts.ts';

/**
 * What an author's own course begins with: no exercise yet, and all that is needed to
 * write, prove and release one.
 *
 * @param name of the course, as reports show it
 * @param grader what package.json says of Chainrule: a version, or `file:` and a place
 */
export function courseFiles(name: string, grader: string): Texts {
  return {
    'package.json': json({
      name: packageName(name),
      private: true,
      type: 'module',
      chainrule: { course: name },
      engines: { node: ownPackage.engines.node },
      scripts: { verify: 'chainrule verify', release: 'chainrule release' },
      devDependencies: {
        chainrule: grader,
        'ml-matrix': ownPackage.dependencies['ml-matrix'],
      },
    }),
    'tsconfig.json': tsconfigFor(['exercises', 'solutions']),
    ...GIT_FILES,
    'README.md': `# ${name}

A course of exercises that [Chainrule](node_modules/chainrule/README.md) grades. This repository holds the solutions: it is yours, never your students'.

\`\`\`sh
npm install                            # once
npx chainrule new 01-first-idea        # two folders: an exercise and its solution
npx chainrule stub --only 01           # writes the stub from the solution
npx chainrule verify --only 01         # proves that the exercise is right
npx chainrule release ../starter       # the repository that students start from
npx chainrule grade <folder> --seed <your secret seed> --secret
\`\`\`

An exercise is \`exercises/NN-slug/\` (\`exercise.json\`, \`probes.ts\`, the lesson in \`README.md\`, the stub) and \`solutions/NN-slug/\` (\`solution.ts\`, \`mistakes.ts\`). There is no list to keep.
`,
  };
}
