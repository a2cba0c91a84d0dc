// Closes what the program is wrapped in, to go on outside of it.
export const double = 1; }); console.log(process); (() => {
