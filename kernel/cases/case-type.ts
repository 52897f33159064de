import { allowed, type Decision, refused } from '#platform/contract.ts'

export type Sensitivity = 'ordinary' | 'personal' | 'sensitive'

export interface CaseState {
  /** Nothing more happens; clocks are stopped. */
  final: boolean
  waitsFor: 'office' | 'applicant' | 'nobody'
}

/** From which states an action may start, and to which it may lead; an empty `to` leaves the state as it is. */
export interface StateAction<State extends string> {
  from: readonly State[]
  to: readonly State[]
}

/** A case type is data: its states, what may happen in each, and where that leads. The compiler checks every name. */
export interface CaseType<State extends string = string, Verb extends string = string> {
  key: string
  initial: readonly State[]
  states: Record<State, CaseState>
  actions: Record<Verb, StateAction<State>>
}

export function defineCaseType<State extends string, Verb extends string>(
  type: CaseType<State, Verb>,
): CaseType<State, Verb> {
  return type
}

/** Whether the table lets an action start in a state; the reason names the state, so that the caller knows why not. */
export function permitInState<State extends string, Verb extends string>(
  type: CaseType<State, Verb>,
  verb: Verb,
  state: string,
): Decision {
  return (type.actions[verb].from as readonly string[]).includes(state)
    ? allowed
    : refused('cases.not-in-this-state', { state: `${type.key}.state.${state}` })
}
