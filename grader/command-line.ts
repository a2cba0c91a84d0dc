import { CommanderError } from 'commander';
import { oneLine, plain } from '../reports/words/plain.ts';
import { complain } from './commands/workflow-log.ts';
import { Refusal } from './contract/refusal.ts';
import { EXAMPLES } from './examples.ts';
import { programOf } from './program.ts';

/**
 * Runs the program with these words, as a shell gives them: everything that is said goes
 * to the streams of this process.
 *
 * @returns exit code: 0 well, 1 a claim or a threshold fails, 2 something could not be done
 */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  let code = 0;
  const program = programOf((told) => {
    code = told;
  });
  // Last of all, because it knows the commands and options above.
  if (['complete', 'completion'].includes(words[0] ?? '')) {
    const { offerCompletion } = await import('./commands/completion.ts');
    offerCompletion(program);
  } else {
    program
      .command('completion')
      .description('print what lets your shell complete commands: bash, fish, powershell or zsh')
      .argument('<shell>', 'for example: source <(chainrule completion bash)');
  }

  for (const command of program.commands) {
    const examples = EXAMPLES[command.name()] ?? [];
    const lines = ['', 'Examples:', ...examples.map((example) => `  ${example}`)];
    command.addHelpText('after', lines.join('\n'));
  }

  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Refusal) {
      // What is refused may be a student's or a stranger's, and so are words of the message.
      complain(`${oneLine(`chainrule: ${error.message}. ${error.remedy}`)}\n`);
      return 2;
    }
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    complain(`chainrule: this is a defect of the grader, not of the submission.\n${plain(text)}\n`);
    return 2;
  }
}
