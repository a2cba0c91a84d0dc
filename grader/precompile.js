import { readFile } from 'node:fs/promises';
import Handlebars from 'handlebars';

// A template is compiled when the program is built, by the same few lines for the
// program and for its tests: a page then costs no parsing.

/** A module whose default export is what a Handlebars template compiles to. */
function moduleOf(text) {
  const options = { strict: true, knownHelpersOnly: true };
  return `export default ${Handlebars.precompile(text, options)};`;
}

/** For the build of the program. */
export const templates = {
  name: 'templates',
  setup(esbuild) {
    esbuild.onLoad({ filter: /\.hbs$/ }, async ({ path: file }) => ({
      contents: moduleOf(await readFile(file, 'utf8')),
      loader: 'js',
    }));
  },
};

/** For the tests. */
export const templatesForTests = {
  name: 'templates',
  enforce: 'pre',
  transform: (text, id) => (id.endsWith('.hbs') ? { code: moduleOf(text), map: null } : undefined),
};
