// Who may import whom (ARCHITECTURE.md). A test plants one breach for each wall.

/** Rooms that know the contract and their own files, and never each other. */
const ROOMS = [
  'intake',
  'analysis',
  'sandbox',
  'checks',
  'pictures',
  'diagnosis',
  'numbers',
  'policy',
  'starter',
];

/** Rooms that may also use the arithmetic in `numbers`. */
const COUNTING = ['checks', 'pictures'];

const TESTS = '\\.(test|soak|browser)\\.ts$|^grader/testing/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Data walks one way.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'contract-stands-alone',
      comment: 'The contract imports nothing of ours.',
      severity: 'error',
      from: { path: '^grader/contract/', pathNot: TESTS },
      to: { path: '^(grader|reports|templates)/', pathNot: '^grader/contract/' },
    },
    ...ROOMS.map((room) => ({
      name: `${room}-knows-the-contract-alone`,
      comment: 'Rooms are introduced to each other by gather, judge and their kin.',
      severity: 'error',
      from: { path: `^grader/${room}/`, pathNot: TESTS },
      to: {
        path: '^(grader|reports|templates)/',
        pathNot: `^grader/(contract|${room}${COUNTING.includes(room) ? '|numbers' : ''})/`,
      },
    })),
    {
      name: 'reports-read-results-alone',
      comment: 'A report is a pure function of a result or a proof, and a gradebook of grades.',
      severity: 'error',
      from: { path: '^reports/', pathNot: TESTS },
      to: {
        path: '^(grader|exercises|solutions)/',
        pathNot: '^grader/contract/(result|identity|value|class|verification)\\.ts$',
      },
    },
    {
      name: 'watch-decides-and-does-nothing',
      comment: 'What the watch does after an event is decided without doing anything.',
      severity: 'error',
      from: { path: '^grader/watch/', pathNot: TESTS },
      to: {
        path: '^(grader|reports|templates)/',
        pathNot: '^(grader/(contract|watch)|reports/(watch|words))/',
      },
    },
    {
      name: 'nothing-above-imports-commands',
      comment: 'Commands use the rest; only the command line uses commands.',
      severity: 'error',
      from: {
        pathNot: `^grader/(commands/|(command-line|program)\\.ts|cli\\.ts|vitest\\.ts|bench/)|${TESTS}`,
      },
      to: { path: '^grader/(commands/|(command-line|program)\\.ts|cli\\.ts)' },
    },
    {
      name: 'nobody-imports-the-course',
      comment: 'Exercises and solutions are read, compiled and run behind the wall.',
      severity: 'error',
      from: { path: '^(grader|reports)/' },
      to: { path: '^(exercises|solutions)/' },
    },
    {
      name: 'exercises-do-not-know-solutions',
      comment: 'What students receive never leads to a solution.',
      severity: 'error',
      from: { path: '^exercises/' },
      to: { path: '^(solutions|grader|reports)/', pathNot: '^grader/(contract|sandbox/inside)/' },
    },
    {
      name: 'ts-morph-in-analysis',
      severity: 'error',
      from: { pathNot: '^grader/analysis/' },
      to: { path: 'node_modules/ts-morph/' },
    },
    {
      name: 'ajv-in-contract',
      severity: 'error',
      from: { pathNot: '^grader/contract/' },
      to: { path: 'node_modules/ajv/' },
    },
    {
      name: 'handlebars-in-reports',
      severity: 'error',
      from: { pathNot: '^(reports/|grader/precompile\\.js)' },
      to: { path: 'node_modules/handlebars/' },
    },
    {
      name: 'templates-in-reports',
      severity: 'error',
      from: { pathNot: '^reports/' },
      to: { path: '^templates/' },
    },
    {
      name: 'child-processes-in-sandbox',
      severity: 'error',
      from: { pathNot: `^grader/(sandbox|bench)/|${TESTS}` },
      to: { path: '^(node:)?child_process$' },
    },
    {
      name: 'file-system-in-intake-sandbox-commands',
      severity: 'error',
      from: { pathNot: `^grader/(intake|sandbox|commands|bench|(build|precompile)\\.js)|${TESTS}` },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'known-packages-only',
      comment: 'What the product imports is a dependency of it; Vitest is that of who runs it.',
      severity: 'error',
      from: {
        path: '^(grader|reports)/',
        pathNot: `^grader/((build|precompile)\\.(js|d\\.ts)|bench/|vitest\\.ts)|${TESTS}`,
      },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?raw$|^chainrule/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^grader/sandbox/hostile/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['chainrule-source', 'import', 'types', 'node', 'default'],
    },
  },
};
