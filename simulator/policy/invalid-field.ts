/** The first invalid field as a node's support log names it. */
export function invalidField(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  const [issue] = issues;
  return `Field=${issue?.path.map(String).join('.') || 'result'} (${issue?.message ?? 'invalid'})`;
}
