import { ts } from 'ts-morph';
import { type Around, ExpressionTracer } from './expression-tracer.ts';
import {
  isDirective,
  isLoop,
  isNoCode,
  isPatternTarget,
  isSequence,
  isStep,
  type Loop,
  pausesInSight,
  type Sequence,
} from './nodes.ts';

const NOWHERE: Around = { line: 0, kept: true, loops: [] };

/**
 * Has a program keep in a variable at which line it stands. Every statement sets it, and
 * every function gives it back as it found it when it returns, so that what goes on after
 * a call stands at its own line again; when it throws, the variable stays.
 */
export class Tracer extends ExpressionTracer {
  /**
   * Puts into the source what keeps its lines; to be done once.
   *
   * @throws RangeError where it is nested deeper than the stack
   */
  trace(): void {
    this.visit(this.source, NOWHERE);
  }

  protected override visit(node: ts.Node, around: Around): void {
    if (isNoCode(node)) return;
    if (ts.isFunctionLike(node)) this.#function(node, around);
    else if (ts.isClassStaticBlockDeclaration(node)) {
      this.#passing(node.body, { ...NOWHERE, kept: around.kept }, this.found);
    } else if (isSequence(node)) this.#sequence(node, around);
    else if (isLoop(node)) this.#loop(node, around, null);
    else if (ts.isLabeledStatement(node)) this.#labelled(node, around);
    else if (ts.isIfStatement(node)) this.#if(node, around);
    else if (ts.isTryStatement(node)) this.#try(node, around);
    else if (ts.isReturnStatement(node)) this.#return(node, around);
    else if (ts.isExpressionStatement(node)) this.chain(node.expression, around);
    else if (ts.isYieldExpression(node)) this.yielded(node, around);
    else if (ts.isShorthandPropertyAssignment(node)) this.shorthand(node, around);
    else if (ts.isPropertyDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) {
      this.initialised(node, around);
    } else this.parts(node, around);
  }

  #sequence(node: Sequence, around: Around): void {
    if (ts.isCaseClause(node)) this.value(node.expression, around);
    for (const each of node.statements) this.#statement(each, around);
  }

  #statement(statement: ts.Statement, around: Around): void {
    if (!around.kept || !isStep(statement)) {
      this.visit(statement, around);
      return;
    }
    const line = this.#lineToSet(statement, around);
    this.put.before(this.startOf(statement), `${this.variable}=${line};`);
    this.visit(statement, { ...around, line });
  }

  /** Whoever goes on with a loop stands at its head. */
  #lineToSet(statement: ts.Statement, { loops }: Around): number {
    if (!ts.isContinueStatement(statement)) return this.lineOf(statement);
    const label = statement.label?.text;
    const loop = loops.findLast((each) => label === undefined || each.label === label);
    return loop?.line ?? this.lineOf(statement);
  }

  /** A statement that need not be a block, made one; what is to be done behind it, in there. */
  #single(statement: ts.Statement, around: Around, last = ''): void {
    const isBlock = ts.isBlock(statement);
    if (around.kept && !isBlock) this.put.before(this.startOf(statement), '{');
    this.#statement(statement, around);
    if (!around.kept) return;
    if (!isBlock) this.put.behind(statement.end, `${last}}`);
    else if (last !== '') this.put.behind(statement.end - 1, last);
  }

  #if({ expression, thenStatement, elseStatement }: ts.IfStatement, around: Around): void {
    this.visit(expression, around);
    this.#single(thenStatement, around);
    if (elseStatement !== undefined) this.#single(elseStatement, around);
  }

  #labelled({ label, statement }: ts.LabeledStatement, around: Around): void {
    if (isLoop(statement)) this.#loop(statement, around, label.text);
    else this.visit(statement, around);
  }

  #loop(loop: Loop, around: Around, label: string | null): void {
    const inside = { ...around, loops: [...around.loops, { label, line: around.line }] };
    if (ts.isForStatement(loop)) {
      if (loop.initializer !== undefined) this.visit(loop.initializer, around);
      this.#again(loop.condition, around);
      this.#again(loop.incrementor, around);
    } else if (ts.isForOfStatement(loop) || ts.isForInStatement(loop)) {
      if (!isPatternTarget(loop.initializer, loop)) this.visit(loop.initializer, around);
      this.visit(loop.expression, around);
      // Its head takes the next item after the body.
      this.#single(loop.statement, inside, `;${this.variable}=${around.line};`);
      return;
    } else this.#again(loop.expression, around);
    this.#single(loop.statement, inside);
  }

  /** What is evaluated again after the body of a loop, with the line of the body in the variable. */
  #again(expression: ts.Expression | undefined, around: Around): void {
    if (expression === undefined) return;
    const line = this.lineOf(expression);
    if (around.kept) this.put.before(this.startOf(expression), `(${this.variable}=${line},`);
    this.visit(expression, { ...around, line });
    if (around.kept) this.put.behind(expression.end, ')');
  }

  /** What is done at last may be done while something thrown passes by. */
  #try({ tryBlock, catchClause, finallyBlock }: ts.TryStatement, around: Around): void {
    this.visit(tryBlock, around);
    if (catchClause !== undefined) this.visit(catchClause, around);
    if (finallyBlock !== undefined) {
      this.#passing(finallyBlock, around, `${this.variable}_passing`);
    }
  }

  /** Statements that leave the line as they found it, where they come to their end. */
  #passing(block: ts.Block, around: Around, name: string): void {
    const first = block.statements.find((each) => !isDirective(each));
    const keeps = around.kept && first !== undefined;
    if (keeps) this.put.before(this.startOf(first), `let ${name}=${this.variable};`);
    this.visit(block, around);
    if (keeps) this.put.behind(block.end - 1, `;${this.variable}=${name};`);
  }

  #function(node: ts.SignatureDeclaration, around: Around): void {
    // Of overloads and types there is nothing to run.
    if (!('body' in node) || node.body === undefined) return;
    const inside = { ...NOWHERE, kept: pausesInSight(node) };
    if (node.name !== undefined) this.visit(node.name, around);
    for (const parameter of node.parameters) this.visit(parameter, inside);
    if (ts.isBlock(node.body)) this.#passing(node.body, inside, this.found);
    else if (inside.kept) this.atItsLine(node.body, inside);
    else this.visit(node.body, inside);
  }

  #return(statement: ts.ReturnStatement, around: Around): void {
    if (around.kept) {
      const keyword = this.startOf(statement) + 'return'.length;
      this.handedOut(statement.expression, keyword, around);
    } else this.parts(statement, around);
  }
}
