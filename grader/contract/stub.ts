/** How the body of an unwritten function in a stub begins its error, before the function's name. */
export const NOT_WRITTEN = 'Not written yet: ';
