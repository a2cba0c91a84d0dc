/** What each family of operators does to a program, for who has never heard of one. */
const CHANGES: ReadonlyMap<string, string> = new Map([
  ['arithmetic', 'Another sign or operation: − for +, division for multiplication'],
  ['relational', 'Another comparison or condition: <= for <, “or” for “and”'],
  ['constants', 'Another number or word: one more, one less, true for false'],
  ['argument-swap', 'Two arguments of a call in each other’s place'],
  ['statement-drop', 'A statement left out'],
  ['call-drop', 'A call left out: its argument in the place of its outcome'],
  ['variable-swap', 'Another variable of the same type'],
  ['transpose-drop', 'A transpose left out'],
]);

/** A family of operators in words; one that is new goes by its name. */
export function changeInWords(operator: string): string {
  return CHANGES.get(operator) ?? operator;
}
