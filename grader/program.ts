import { Command } from 'commander';
import { GRADER_VERSION } from './contract/identity.ts';
import { GRADEBOOK_FORMATS, REPORT_FORMATS } from './load.ts';

/** Every command with its options; what one of them ends with goes to `leaveWith`. */
export function programOf(leaveWith: (code: number) => void): Command {
  const program = new Command('chainrule')
    .description('Grades neural-network-from-scratch exercises and says which idea went wrong.')
    .version(GRADER_VERSION)
    .showHelpAfterError('(chainrule --help lists the commands)')
    .exitOverride();

  const course = ['--course <folder>', 'folder of the course', '.'] as const;
  const secret = [
    '--secret',
    'the seed is not for students: their pages show no expected value',
  ] as const;
  const since = ['--since <result>', 'an older result.json, to say what is newly right'] as const;
  const seed = ['--seed <seed>', 'seed of the inputs (default: "1")'] as const;

  program
    .command('grade')
    .description('grade one submission')
    .argument('<folder>', 'folder with the files, or a repository with exercises/')
    .option('--exercise <slug...>', 'only these exercises, for example 01-forward-pass or 01')
    .option(...seed)
    .option(...course)
    .option('--key <file>', 'key to grade with, where the course has no solutions')
    .option(...secret)
    .option(...since)
    .option(
      '--format <format...>',
      `reports to write: ${REPORT_FORMATS.join(', ')}; auto: what this platform wants`,
      ['html'],
    )
    .option('--out <folder>', 'where result.json and the reports go', 'feedback')
    .option('--evidence <file>', 'keep what the code did, to be judged again')
    .option('--at-least <percent>', 'exit with 1 below this share of the points')
    .option('--require-isolation <level>', 'refuse to grade where submissions are kept apart less')
    .action(async (folder, options) => {
      const { gradeCommand } = await import('./commands/grade.ts');
      leaveWith(await gradeCommand(folder, options));
    });

  program
    .command('watch')
    .description('judge an exercise whenever you save it, and go on to the next')
    .argument('[folder]', 'folder with the files, or a repository with exercises/', '.')
    .option('--exercise <slug>', 'start with this exercise, for example 02')
    .option(...seed)
    .option(...course)
    .option('--key <file>', 'key to judge by, where the course has no solutions')
    .option('--out <folder>', 'where the report goes, and what is remembered', 'feedback')
    .addHelpText(
      'after',
      `
  Keys: h opens one hint more, l lists the exercises, n and p go to the next and the
  previous one, o opens the report, r runs again, q quits.

  Examples:
    $ chainrule watch                  # your work in this folder, from where you were
    $ chainrule watch ada --exercise 02 --key key.json`,
    )
    .action(async (folder, options) => {
      const { watchCommand } = await import('./commands/watch.ts');
      leaveWith(await watchCommand(folder, options));
    });

  program
    .command('verify')
    .description('prove the course: what is right earns everything, and every mistake loses points')
    .option(...course)
    .option('--only <slug...>', 'only these exercises')
    .option('--seeds <count>', 'how many seeds right programs are tried on (default: 20, quick: 1)')
    .option('--quick', 'in some seconds: one seed, and samples of the mistakes and mutants')
    .option('--jobs <number>', 'how many tasks to do at a time (default: one for each core)')
    .option('--json [file]', 'write what was found as a document; without a file, print it')
    .option('--out <file>', 'where the page for colleagues goes', 'feedback/verify.html')
    .action(async (options) => {
      const { verifyCommand } = await import('./commands/verify.ts');
      leaveWith(await verifyCommand(options));
    });

  program
    .command('key')
    .description('write the key of a seed: numbers to grade with where no solution is')
    .option(...seed)
    .option(...course)
    .option(...secret)
    .requiredOption('--out <file>', 'file to write')
    .action(async (options) => {
      const { keyCommand } = await import('./commands/key.ts');
      leaveWith(await keyCommand(options));
    });

  program
    .command('judge')
    .description('judge saved evidence again, by a key and the course as it is now; nothing runs')
    .argument('<evidence>', 'what "grade --evidence" or "batch" saved, packed or not')
    .requiredOption('--key <file>', 'key of the seed that it was graded with')
    .option(...course)
    .option(...since)
    .option('--format <format...>', `reports to write: ${REPORT_FORMATS.join(', ')}`, ['html'])
    .option('--out <folder>', 'where result.json and the reports go', 'feedback')
    .action(async (file, options) => {
      const { judgeCommand } = await import('./commands/judge.ts');
      leaveWith(await judgeCommand(file, options));
    });

  program
    .command('render')
    .description('draw a report from a result')
    .argument('<result>', 'a result.json')
    .option('--format <format>', `one of ${REPORT_FORMATS.join(', ')}`, 'terminal')
    .option(...since)
    .option('--course <folder>', 'folder of the course, for links to its lessons')
    .option('--out <file>', 'file to write instead of printing')
    .action(async (file, options) => {
      const { renderCommand } = await import('./commands/render.ts');
      leaveWith(await renderCommand(file, options));
    });

  program
    .command('comment')
    .description('write the one comment of a pull request from a result, for a job that may')
    .argument('<result>', "a result.json, a stranger's too")
    .option('--pull-request <number>', 'the pull request')
    .option(
      '--commit <sha>',
      'or the commit that was graded: the one that an open request ends with',
    )
    .option('--from <repository>', 'owner/name that this commit was pushed to')
    .option('--run <id>', 'the run that graded it, for a link')
    .option(...since)
    .action(async (file, options) => {
      const { commentCommand } = await import('./commands/comment.ts');
      leaveWith(await commentCommand(file, options));
    });

  program
    .command('batch')
    .description('grade the hand-ins of a whole class, and write its pages')
    .argument(
      '[hand-ins]',
      'folder with one for each student, or what a platform exports, as zip too',
    )
    .option('--roster <file>', 'who should have handed in (CSV)')
    .option('--seed <seed>', 'a seed that only you know (default: "1", the public one)')
    .option(...course)
    .option('--key <file>', 'key to grade with, where the course has no solutions')
    .option('--out <folder>', 'where everything is written', 'feedback')
    .option('--title <title>', 'title of the class page (default: the name of the course)')
    .option(
      '--gradebook <format...>',
      `files to import elsewhere, beside our own: ${GRADEBOOK_FORMATS.filter((each) => each !== 'gradebook').join(', ')}`,
    )
    .option('--column <id>', 'the number that the platform has for the assignment')
    .option('--policy <file>', 'rules for all: deadline, late penalty, cap (YAML or JSON)')
    .option('--adjustments <file>', 'what you decided for one student each, and why (CSV)')
    .option('--jobs <number>', 'how many to grade at a time (default: one for each core)')
    .option('--resume', 'go on with the last run into the same folder')
    .option('--fresh', 'grade everything anew, whatever is finished')
    .option('--rejudge', 'judge the evidence of the last run by the course or key as it is now')
    .option('--dry-run', 'with --rejudge: only say whose points would change, and why')
    .option('--profile', 'say where the time went')
    .option('--require-isolation <level>', 'refuse to grade where submissions are kept apart less')
    .action(async (handIns, options) => {
      const { batchCommand } = await import('./commands/batch.ts');
      leaveWith(await batchCommand(handIns, options));
    });

  program
    .command('class')
    .description('write the pages of a class from its results: one for you, one for each student')
    .argument('<results...>', 'result.json files, or folders with them')
    .option('--out <folder>', 'where the pages go', 'feedback')
    .option('--title <title>', 'title of the page (default: the name of the course)')
    .option('--course <folder>', 'folder of the course, for links to its lessons')
    .action(async (results, options) => {
      const { classCommand } = await import('./commands/class.ts');
      leaveWith(await classCommand(results, options));
    });

  program
    .command('stub')
    .description('write the stubs of a course anew from its solutions')
    .option(...course)
    .option('--only <slug...>', 'only these exercises')
    .action(async (options) => {
      const { stubCommand } = await import('./commands/stub.ts');
      leaveWith(await stubCommand(options));
    });

  program
    .command('init')
    .description('begin a course of your own')
    .argument('<folder>', 'an empty folder, or a new one')
    .option('--title <title>', 'name of the course (default: that of the folder)')
    .option(
      '--package <package>',
      'where to get Chainrule from, instead of a copy beside the course',
    )
    .action(async (folder, options) => {
      const { initCommand } = await import('./commands/init.ts');
      leaveWith(await initCommand(folder, options));
    });

  program
    .command('new')
    .description('write the two folders of a new exercise, to be filled in')
    .argument('<NN-slug>', 'its folder, for example 07-momentum')
    .option(...course)
    .action(async (slug, options) => {
      const { newCommand } = await import('./commands/new.ts');
      leaveWith(await newCommand(slug, options));
    });

  program
    .command('release')
    .description('write the repository that students start from: no line of a solution is in it')
    .argument('<folder>', 'folder to write, best an empty one')
    .option('--only <slug...>', 'only these exercises, and what they build on')
    .option('--seed <seed>', 'seed of the public key (default: "1"), never your secret one')
    .option(...course)
    .option(
      '--package <package>',
      'where students get Chainrule from, instead of a copy beside them',
    )
    .option('--no-comment', 'without the workflow that comments on pull requests')
    .option('--overwrite', 'replace files that are there already')
    .action(async (folder, options) => {
      const { releaseCommand } = await import('./commands/release.ts');
      leaveWith(await releaseCommand(folder, options));
    });

  program
    .command('export')
    .description('make an autograder for another platform, with the numbers of a secret seed')
    .argument('<platform>', 'gradescope')
    .requiredOption('--seed <seed>', 'a seed that only you know')
    .option('--only <slug...>', 'only these exercises, and what they build on')
    .option(...course)
    .option('--out <file>', 'file to write', 'autograder.zip')
    .action(async (platform, options) => {
      const { exportCommand } = await import('./commands/export.ts');
      leaveWith(await exportCommand(platform, options));
    });

  program
    .command('doctor')
    .description('say what this machine and this folder offer, and what to do for more')
    .option(...course)
    .action(async (options) => {
      const { doctorCommand } = await import('./commands/doctor.ts');
      leaveWith(await doctorCommand(options));
    });

  program
    .command('demo')
    .description('grade a small class made from the course and write its feedback')
    .option(...seed)
    .option(...course)
    .option('--out <folder>', 'where the feedback goes', 'feedback')
    .action(async (options) => {
      const { demoCommand } = await import('./commands/demo.ts');
      leaveWith(await demoCommand(options));
    });
  return program;
}
