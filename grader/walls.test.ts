import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from './testing/command-line.ts';
import { writeFiles } from './testing/temporary.ts';

// One breach is planted for every wall, in a small tree of its own, and each wall
// must say so: a rule that never fires would be worse than none.

const breaches: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['no-cycles', 'grader/contract/a.ts', "import './b.ts';"],
  ['contract-stands-alone', 'grader/contract/up.ts', "import '../judge.ts';"],
  ['intake-knows-the-contract-alone', 'grader/intake/x.ts', "import '../sandbox/y.ts';"],
  ['analysis-knows-the-contract-alone', 'grader/analysis/x.ts', "import '../sandbox/y.ts';"],
  ['sandbox-knows-the-contract-alone', 'grader/sandbox/x.ts', "import '../checks/y.ts';"],
  ['checks-knows-the-contract-alone', 'grader/checks/x.ts', "import '../sandbox/y.ts';"],
  ['pictures-knows-the-contract-alone', 'grader/pictures/x.ts', "import '../checks/y.ts';"],
  ['numbers-knows-the-contract-alone', 'grader/numbers/x.ts', "import '../checks/y.ts';"],
  ['policy-knows-the-contract-alone', 'grader/policy/x.ts', "import '../sandbox/y.ts';"],
  ['diagnosis-knows-the-contract-alone', 'grader/diagnosis/x.ts', "import '../checks/y.ts';"],
  ['reports-read-results-alone', 'reports/x.ts', "import '../grader/judge.ts';"],
  ['reports-read-results-alone', 'reports/gradebooks/x.ts', "import '../../grader/policy/y.ts';"],
  ['watch-decides-and-does-nothing', 'grader/watch/x.ts', "import '../sandbox/y.ts';"],
  ['nothing-above-imports-commands', 'grader/gather.ts', "import './commands/y.ts';"],
  ['nobody-imports-the-course', 'grader/make.ts', "import '../solutions/01-a/solution.ts';"],
  [
    'exercises-do-not-know-solutions',
    'exercises/01-a/a.ts',
    "import '../../solutions/01-a/solution.ts';",
  ],
  ['ts-morph-in-analysis', 'grader/checks/morph.ts', "import 'ts-morph';"],
  ['ajv-in-contract', 'grader/intake/ajv.ts', "import 'ajv';"],
  ['handlebars-in-reports', 'grader/commands/bars.ts', "import 'handlebars';"],
  ['templates-in-reports', 'grader/commands/page.ts', "import '../../templates/page.ts';"],
  ['child-processes-in-sandbox', 'grader/commands/spawn.ts', "import 'node:child_process';"],
  ['file-system-in-intake-sandbox-commands', 'grader/judge.ts', "import 'node:fs/promises';"],
  ['no-tests-in-the-product', 'grader/grade.ts', "import './judge.test.ts';"],
  ['known-packages-only', 'reports/dev.ts', "import 'fast-check';"],
  ['everything-resolves', 'reports/lost.ts', "import './nowhere.ts';"],
];

const targets = {
  'grader/contract/b.ts': "import './a.ts';",
  'grader/sandbox/y.ts': 'export {};',
  'grader/checks/y.ts': 'export {};',
  'grader/commands/y.ts': 'export {};',
  'grader/policy/y.ts': 'export {};',
  'grader/judge.test.ts': 'export {};',
  'solutions/01-a/solution.ts': 'export {};',
  'templates/page.ts': 'export {};',
};

let folder: string;
let found: ReadonlySet<string>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'chainrule-walls-'));
  await writeFiles(folder, targets);
  await writeFiles(folder, Object.fromEntries(breaches.map(([, file, text]) => [file, text])));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    await cp(path.join(projectRoot, file), path.join(folder, file));
  }
  await symlink(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'));
  const program = path.join(
    projectRoot,
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  );
  const words = [program, 'grader', 'reports', 'exercises', 'solutions', '--output-type', 'json'];
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, words, { cwd: folder, maxBuffer: 1 << 26 }, (_, stdout) =>
      resolve(stdout),
    );
  });
  const { summary } = JSON.parse(output) as {
    summary: { violations: readonly { from: string; rule: { name: string } }[] };
  };
  found = new Set(summary.violations.map(({ from, rule }) => `${rule.name} in ${from}`));
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(breaches)('the wall "%s" sees a breach in %s', (rule, file) => {
  expect([...found]).toContain(`${rule} in ${file}`);
});

test('only the loader chooses a module by a computed name', async () => {
  const choosing: string[] = [];
  for (const room of ['grader', 'reports']) {
    for (const name of await readdir(path.join(projectRoot, room), { recursive: true })) {
      // Benches and what hostile students write are no part of the product.
      const isProduct = !/\.test\.ts$|^(bench|sandbox\/hostile)\//.test(name);
      if (!isProduct || !name.endsWith('.ts')) continue;
      const text = await readFile(path.join(projectRoot, room, name), 'utf8');
      if (/\bimport\(\s*[^'")\s]|\bimport\.meta\.glob\b/.test(text))
        choosing.push(`${room}/${name}`);
    }
  }
  expect(choosing).toEqual(['grader/load.ts']);
});
