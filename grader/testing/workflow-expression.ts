/** What names stand for in an expression of a workflow: `github`, `steps`, `inputs`, … */
export type Names = Readonly<Record<string, unknown>>;

/**
 * What an expression of a workflow comes to. Only what our workflows use is known: names,
 * words in quotation marks, `==`, `&&`, `||`, brackets and `always()`.
 *
 * @throws where there is anything else
 */
export function expressed(expression: string, names: Names): unknown {
  const tokens = expression.match(/'[^']*'|[\w.-]+(\(\))?|==|&&|\|\||[()]|\S/g) ?? [];
  let at = 0;
  const next = (): string => tokens[at++] ?? '';

  const single = (): unknown => {
    const token = next();
    if (token === '(') {
      const inner = either();
      if (next() !== ')') throw new Error(`a bracket is open in ${expression}`);
      return inner;
    }
    if (token === 'always()') return true;
    if (token.startsWith("'")) return token.slice(1, -1);
    if (!/^[\w.-]+$/.test(token)) throw new Error(`"${token}" is not understood in ${expression}`);
    return lookedUp(token, names);
  };
  const same = (): unknown => {
    let left = single();
    while (tokens[at] === '==') {
      at += 1;
      left = left === single();
    }
    return left;
  };
  const both = (): unknown => {
    let left = same();
    while (tokens[at] === '&&') {
      at += 1;
      const right = same();
      left = left ? right : left;
    }
    return left;
  };
  const either = (): unknown => {
    let left = both();
    while (tokens[at] === '||') {
      at += 1;
      const right = both();
      left = left ? left : right;
    }
    return left;
  };

  const found = either();
  if (at < tokens.length) throw new Error(`there is more after ${expression}`);
  return found;
}

function lookedUp(name: string, names: Names): unknown {
  let found: unknown = names;
  for (const step of name.split('.')) {
    if (typeof found !== 'object' || found === null) return '';
    // Whatever has names may be asked for one.
    found = (found as Names)[step];
  }
  return found ?? '';
}

/** A text with what stands in its `${{ }}` put in. */
export function filledIn(text: string, names: Names): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression) =>
    String(expressed(expression.trim(), names)),
  );
}
