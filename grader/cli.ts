#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { oneLine, plain } from '../reports/words/plain.ts';
import { GRADER_VERSION } from './contract/identity.ts';
import { Refusal } from './contract/refusal.ts';
import { REPORT_FORMATS } from './load.ts';

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
  .option('--format <format...>', `reports to write: ${REPORT_FORMATS.join(', ')}`, ['html'])
  .option('--out <folder>', 'where result.json and the reports go', 'feedback')
  .option('--at-least <percent>', 'exit with 1 below this share of the points')
  .option('--require-isolation <level>', 'refuse to grade where submissions are kept apart less')
  .action(async (folder, options) => {
    const { gradeCommand } = await import('./commands/grade.ts');
    process.exitCode = await gradeCommand(folder, options);
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
    process.exitCode = await watchCommand(folder, options);
  });

program
  .command('verify')
  .description('prove the course: solutions earn everything, stubs nothing, mistakes lose points')
  .option(...course)
  .option('--only <slug...>', 'only these exercises')
  .option('--seeds <count>', 'how many seeds the solutions are tried on', '20')
  .action(async (options) => {
    const { verifyCommand } = await import('./commands/verify.ts');
    process.exitCode = await verifyCommand(options);
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
    process.exitCode = await keyCommand(options);
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
    process.exitCode = await renderCommand(file, options);
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
    process.exitCode = await classCommand(results, options);
  });

program
  .command('stub')
  .description('write the stubs of a course anew from its solutions')
  .option(...course)
  .option('--only <slug...>', 'only these exercises')
  .action(async (options) => {
    const { stubCommand } = await import('./commands/stub.ts');
    process.exitCode = await stubCommand(options);
  });

program
  .command('doctor')
  .description('say what this machine offers to keep submissions apart')
  .action(async () => {
    const { doctorCommand } = await import('./commands/doctor.ts');
    process.exitCode = await doctorCommand();
  });

program
  .command('demo')
  .description('grade a small class made from the course and write its feedback')
  .option(...seed)
  .option(...course)
  .option('--out <folder>', 'where the feedback goes', 'feedback')
  .action(async (options) => {
    const { demoCommand } = await import('./commands/demo.ts');
    process.exitCode = await demoCommand(options);
  });

// Who reads our output may stop before its end, as `head` does: what is written then is lost,
// and nothing else changes.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else if (error instanceof Refusal) {
    // What is refused may be a student's or a stranger's, and so are words of the message.
    process.stderr.write(`${oneLine(`chainrule: ${error.message}. ${error.remedy}`)}\n`);
    process.exitCode = 2;
  } else {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(
      `chainrule: this is a defect of the grader, not of the submission.\n${plain(text)}\n`,
    );
    process.exitCode = 2;
  }
}
