import { ts } from 'ts-morph';
import { backIn } from '../../contract/traced.ts';
import { isChain, isInert, lastStepAt, type Step, stepsOf, valuesIn } from './expressions.ts';
import type { Insertions } from './insertions.ts';
import { isPatternTarget } from './nodes.ts';

/** What holds around a node. */
export interface Around {
  /** The line that the variable holds when the node begins. */
  readonly line: number;
  /** Whether lines are kept: not where a function pauses out of sight, and others go on meanwhile. */
  readonly kept: boolean;
  /** Loops that can be continued, the innermost last. */
  readonly loops: readonly { readonly label: string | null; readonly line: number }[];
}

/**
 * What is evaluated on a line of its own stands there meanwhile, and gives back the line
 * that it found. `variable` and all that begins like it is ours.
 */
export abstract class ExpressionTracer {
  protected readonly source: ts.SourceFile;
  protected readonly put: Insertions;
  protected readonly variable: string;
  /** Sets the variable to the first of two values and is the second. */
  protected readonly back: string;
  /** The line that a function found when it began. */
  protected readonly found: string;

  constructor(source: ts.SourceFile, put: Insertions, variable: string) {
    this.source = source;
    this.put = put;
    this.variable = variable;
    this.back = backIn(variable);
    this.found = `${variable}_found`;
  }

  protected abstract visit(node: ts.Node, around: Around): void;

  protected parts(node: ts.Node, around: Around): void {
    const values: ReadonlySet<ts.Node> = new Set(valuesIn(node));
    ts.forEachChild(node, (child) => {
      if (isPatternTarget(child, node)) return;
      // It is among the expressions of the line above.
      if (values.has(child)) this.value(child as ts.Expression, around);
      else this.visit(child, around);
    });
  }

  /** An expression that may stand on a line of its own. */
  protected value(value: ts.Expression, around: Around): void {
    const stays = this.lineOf(value) === around.line && !this.#movesOn(value);
    if (!around.kept || isInert(value) || stays) this.visit(value, around);
    else this.atItsLine(value, around);
  }

  /** Sets the line while an expression is evaluated, and gives back what was there. */
  protected atItsLine(value: ts.Expression, around: Around): void {
    const line = this.lineOf(value);
    this.put.before(this.startOf(value), this.#whileAt(line));
    this.chain(value, { ...around, line });
    this.put.behind(value.end, '))');
  }

  /** Begins with a space: `case(x)` would become one word with it. */
  #whileAt(line: number): string {
    return ` ${this.back}(${this.variable},(${this.variable}=${line},`;
  }

  protected chain(expression: ts.Expression, around: Around): void {
    if (around.kept && isChain(expression)) this.#steps(expression, around);
    else this.visit(expression, around);
  }

  /** The steps of a chain, each at the line of its name. */
  #steps(chain: Step, around: Around): void {
    const { head, steps } = stepsOf(chain);
    let line = this.lineOf(head);
    let moved = '';
    for (const step of steps) {
      const at = ts.isPropertyAccessExpression(step) ? this.lineOf(step.name) : line;
      if (at !== line) {
        // What is handed through last is around all that was before.
        moved = `${this.back}(${at},${moved}`;
        this.put.behind(step.expression.end, ')');
        line = at;
      }
      this.#given(step, around);
    }
    this.put.before(this.startOf(head), moved);
    this.visit(head, around);
  }

  /** What a step of a chain is given. */
  #given(step: Step, around: Around): void {
    if (ts.isElementAccessExpression(step)) this.visit(step.argumentExpression, around);
    if (!ts.isCallExpression(step)) return;
    const values: ReadonlySet<ts.Node> = new Set(valuesIn(step));
    for (const each of step.arguments) {
      if (values.has(each)) this.value(each, around);
      else this.visit(each, around);
    }
  }

  /** Whether the last step of a chain is taken at another line than that where it begins. */
  #movesOn(expression: ts.Expression): boolean {
    if (!isChain(expression)) return false;
    return this.lineAt(lastStepAt(expression, this.source)) !== this.lineOf(expression);
  }

  protected initialised(
    { name, initializer }: ts.PropertyDeclaration | ts.ParameterDeclaration | ts.BindingElement,
    around: Around,
  ): void {
    this.visit(name, around);
    if (initializer === undefined) return;
    if (around.kept && !isInert(initializer)) this.atItsLine(initializer, around);
    else this.visit(initializer, around);
  }

  /** `{ a }` asks for a name that there may not be: it becomes `{ a: a }`. */
  protected shorthand({ name, end }: ts.ShorthandPropertyAssignment, around: Around): void {
    const line = this.lineOf(name);
    if (!around.kept || line === around.line) return;
    this.put.behind(end, `:${this.#whileAt(line)}${name.text}))`);
  }

  /** Who asked goes on at a line of its own, and may ask from another one the next time. */
  protected yielded(node: ts.YieldExpression, around: Around): void {
    if (!around.kept) {
      this.parts(node, around);
      return;
    }
    this.put.before(this.startOf(node), '[');
    this.handedOut(node.expression, this.startOf(node) + 'yield'.length, around);
    const resumed = `${this.found}=${this.variable},${this.variable}=${around.line}`;
    this.put.behind(node.end, `,${resumed}][0]`);
  }

  /**
   * What a function hands to who asked, with the line that it found.
   *
   * @param keyword where the word ends that hands it out
   */
  protected handedOut(value: ts.Expression | undefined, keyword: number, around: Around): void {
    if (value === undefined) {
      this.put.behind(keyword, ` ${this.back}(${this.found},void 0)`);
      return;
    }
    // `return(x)` would become one word with it.
    this.put.before(this.startOf(value), ` ${this.back}(${this.found},(`);
    this.chain(value, around);
    this.put.behind(value.end, '))');
  }

  protected lineOf(node: ts.Node): number {
    return this.lineAt(this.startOf(node));
  }

  protected startOf(node: ts.Node): number {
    return node.getStart(this.source);
  }

  protected lineAt(position: number): number {
    return this.source.getLineAndCharacterOfPosition(position).line + 1;
  }
}
