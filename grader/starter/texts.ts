/** Files by their places, as text. */
export type Texts = Readonly<Record<string, string>>;

/** A document as people read and edit it. */
export function json(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** What an editor needs to know of the TypeScript in a course; nothing is compiled from it. */
export function tsconfigFor(folders: readonly string[]): string {
  return json({
    compilerOptions: {
      target: 'es2022',
      module: 'esnext',
      moduleResolution: 'bundler',
      types: [],
      strict: true,
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      noEmit: true,
    },
    include: folders,
  });
}

/** Files that every repository of ours has, so that all checkouts hold the same bytes. */
export const GIT_FILES: Texts = {
  '.gitignore': 'node_modules/\nfeedback/\n',
  '.gitattributes': '* text=auto eol=lf\n',
};

/** A name that npm accepts for a package, made of any other. */
export function packageName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'exercises' : plain;
}
