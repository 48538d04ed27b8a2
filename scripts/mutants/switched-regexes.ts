import ts from 'typescript';

/** The name that instrumented code has for the class below. */
const CLASS = 'StrySwitchedRegExp';

/** Runs its mutant while that is switched on. Copies, which `matchAll` and `split` make, do the same. */
const DEFINED = `
class ${CLASS} extends RegExp {
  constructor(original, flags, id, mutant) {
    super(original, flags);
    const before = original.switched;
    this.switched = id === undefined
      ? { id: before.id, mutant: copied(before.mutant), original: copied(before.original) }
      : { id, mutant, original };
    function copied(one) { return new one.constructor(one, flags); }
  }
  exec(text) {
    const { id, mutant, original } = this.switched;
    const chosen = stryMutAct_9fa48(id) ? mutant : (stryCov_9fa48(id), original);
    chosen.lastIndex = this.lastIndex;
    const found = chosen.exec(text);
    this.lastIndex = chosen.lastIndex;
    return found;
  }
}
`;

/**
 * Lets instrumented code choose between a regular expression and its mutants each time it is run, where Stryker
 * chooses once, while the module is loaded: so they are tried in the reused process, on the tests that run them.
 */
export function switchedAtUse(code: string): string {
  const source = ts.createSourceFile('instrumented.ts', code, ts.ScriptTarget.Latest, true);
  const edits: { from: number; to: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (isChoice(node)) edits.push({ from: node.getStart(), to: node.getEnd(), text: switched(node) });
    else ts.forEachChild(node, visit);
  };
  visit(source);
  if (edits.length === 0) return code;
  for (const { from, to, text } of edits.reverse()) code = code.slice(0, from) + text + code.slice(to);
  return DEFINED + code;
}

/** `stryMutAct_9fa48("3") ? /mutant/ : …` */
interface Choice extends ts.ConditionalExpression {
  readonly condition: ts.CallExpression;
}

function isChoice(node: ts.Node): node is Choice {
  return (
    ts.isConditionalExpression(node) &&
    ts.isCallExpression(node.condition) &&
    node.condition.expression.getText() === 'stryMutAct_9fa48' &&
    ts.isRegularExpressionLiteral(node.whenTrue)
  );
}

function switched({ condition, whenTrue, whenFalse }: Choice): string {
  const original = isChoice(whenFalse) ? switched(whenFalse) : whenFalse.getText();
  return `new ${CLASS}(${original}, undefined, ${condition.arguments[0]!.getText()}, ${whenTrue.getText()})`;
}
