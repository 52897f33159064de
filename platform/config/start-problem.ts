/** A reason not to start that the operator can remedy: shown as its one sentence, without a stack. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}
