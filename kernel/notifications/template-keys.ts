/** Every template that code may name; its texts are rows of notifications.template, newest version first. */
export const templateKeys = [
  'applications.submitted',
  'applications.accepted',
  'applications.declined',
  'applications.correctionRequested',
  'applications.correctionReceived',
  'applications.stepDone',
  'applications.extended',
  'applications.decided',
  'applications.concluded',
  'applications.withdrawn',
  'applications.ratingAsked',
  'cases.stepOpened',
  'cases.yellow',
  'cases.red',
  'cases.stale',
  'cases.urged',
  'cases.supervised',
  'cases.remedyOpened',
  'reminders.birthday',
  'reminders.yearlyReview',
  'reminders.relatedItem',
  'identity.oneTimeCode',
  'identity.postedCode',
] as const

export type TemplateKey = (typeof templateKeys)[number]
