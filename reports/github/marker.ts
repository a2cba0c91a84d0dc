/**
 * How the comment of a pull request begins that is written anew with every grading: by
 * this it is found again, and readers do not see it.
 */
export const COMMENT_MARKER = '<!-- chainrule: feedback -->';
