/** Names and words of the environment that a process runs in. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where `--format auto` finds itself. */
export type Platform =
  | 'classroom50'
  | 'github-actions'
  | 'gradescope'
  | 'prairielearn'
  | 'gitlab-ci'
  | 'none';

/** Folders by which a platform is known, or in which it looks for what was graded. */
export interface Roots {
  readonly gradescope: string;
  readonly prairielearn: string;
}

/** Where those folders lie in the images of the platforms. */
export const ROOTS: Roots = { gradescope: '/autograder', prairielearn: '/grade' };

/**
 * The platform that a process runs on, by its environment and by the folders that are there.
 * Classroom 50 grades within GitHub Actions, and a container that grades for a course may
 * itself be started by an action: what is known by more comes first.
 *
 * @param isFolder whether a place is a folder
 */
export function platformOf(
  env: Environment,
  isFolder: (place: string) => boolean,
  roots: Roots = ROOTS,
): Platform {
  if (['CLASSROOM', 'ASSIGNMENT', 'SUBMISSION_TAG'].every((name) => isSet(env, name))) {
    return 'classroom50';
  }
  if (isFolder(`${roots.gradescope}/results`)) return 'gradescope';
  if (isFolder(`${roots.prairielearn}/data`)) return 'prairielearn';
  if (isWorkflow(env)) return 'github-actions';
  return isSet(env, 'GITLAB_CI') ? 'gitlab-ci' : 'none';
}

/** Whether what is printed is read by a runner of GitHub's, which obeys some of it. */
export function isWorkflow({ GITHUB_ACTIONS }: Environment): boolean {
  return GITHUB_ACTIONS === 'true';
}

/** What reports may know of a platform: no other word of the environment, least of all a token. */
const TOLD = [
  'CLASSROOM',
  'ASSIGNMENT',
  'ASSIGNMENT_TYPE',
  'SUBMISSION_TAG',
  'USERNAME',
  'OWNER',
  'COMMIT_URL',
  'RELEASE_URL',
  'REVIEW_URL',
  'PAGES_BASE_URL',
  'GITHUB_SERVER_URL',
  'GITHUB_REPOSITORY',
  'GITHUB_RUN_ID',
  'GITHUB_SHA',
  'GITHUB_ACTOR',
  'GITHUB_ACTOR_ID',
] as const;

/** The words of the environment that reports may know. */
export function toldToReports(env: Environment): Environment {
  return Object.fromEntries(
    TOLD.filter((name) => isSet(env, name)).map((name) => [name, env[name]]),
  );
}

function isSet(env: Environment, name: string): boolean {
  return (env[name] ?? '').trim() !== '';
}
