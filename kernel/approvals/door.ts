export {
  type Approval,
  type ApprovalMode,
  type ApprovalState,
  stateFromVoices,
  type Voice,
  type VoiceDecision,
  voiceOf,
  type WhyNotSpeak,
} from './approval.ts'
export { approvalsOf, type HeardVoice, type LoadedApproval, loadApproval } from './load-approval.ts'
export { type NewApproval, openApproval, withdrawApproval } from './open-approval.ts'
export { type Said, speak } from './speak.ts'
export { texts } from './texts.ts'
