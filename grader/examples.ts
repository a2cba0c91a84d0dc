/** What people type, by command: the help of each shows them, and a test runs them past the parser. */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  grade: [
    'chainrule grade .',
    'chainrule grade . --exercise 02 --since feedback/result.json',
    'chainrule grade ada --seed autumn-7f3k --secret --format html junit',
  ],
  watch: ['chainrule watch', 'chainrule watch --exercise 03'],
  verify: [
    'chainrule verify',
    'chainrule verify --quick',
    'chainrule verify --only 07 --seeds 100',
  ],
  key: ['chainrule key --out key.json', 'chainrule key --seed autumn-7f3k --secret --out key.json'],
  judge: ['chainrule judge evidence.json --key key.json'],
  render: [
    'chainrule render feedback/result.json --format markdown',
    'chainrule render result.json --format instructor --out view.html',
  ],
  comment: ['chainrule comment feedback/result.json --pull-request 12'],
  batch: [
    'chainrule batch submissions --seed autumn-7f3k --out class',
    'chainrule batch --resume --out class',
    'chainrule batch --rejudge --dry-run --out class',
  ],
  class: ['chainrule class results --out class --title "Autumn"'],
  stub: ['chainrule stub', 'chainrule stub --only 07'],
  init: ['chainrule init my-course --title "Networks by hand"'],
  new: ['chainrule new 07-momentum'],
  release: ['chainrule release ../starter', 'chainrule release ../starter --only 01 02'],
  export: ['chainrule export gradescope --seed autumn-7f3k --out autograder.zip'],
  doctor: ['chainrule doctor', 'chainrule doctor --course ../starter'],
  demo: ['chainrule demo --out feedback'],
  completion: ['source <(chainrule completion bash)', 'chainrule completion fish | source'],
};
