declare module '*.hbs' {
  /** What a template compiles to; only Handlebars knows what is in it. */
  const template: object;
  export default template;
}

declare module '*?raw' {
  const text: string;
  export default text;
}

declare module 'handlebars/runtime.js' {
  import Handlebars from 'handlebars';
  export default Handlebars;
}
