import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { ApplicationView, Draft } from '#apps/resident/application-api.ts'
import type { Caller } from '#apps/resident/caller.ts'
import type { ResidentApi, SignInDoor } from '#apps/resident/resident-api.ts'
import { problem } from '#platform/errors/problem.ts'
import { sampleApplications, sampleEvents, sampleItems, sampleStart, sampleStreet } from './sample-resident-data.ts'

export interface SampleStreet {
  api: ResidentApi
  door: SignInDoor
  submissions: { slug: string; draft: Draft }[]
  changes: { what: string; id: string; detail: unknown }[]
}

/** The resident port held in memory, for tests of pages alone; the tests of the whole run on a database. */
export function sampleResidentStreet(): SampleStreet {
  const drafts = new Map<string, Draft>()
  const applications = new Map<string, ApplicationView>(sampleApplications.map((one) => [one.id, one]))
  const submissions: SampleStreet['submissions'] = []
  const changes: SampleStreet['changes'] = []
  const bound = (caller: Caller) => caller.session === 'bound'
  const change = (what: string, id: string, version: number, detail: unknown) => {
    const application = applications.get(id)
    if (!application) throw problem('not-found')
    if (application.version !== version) throw problem('changed-meanwhile')
    applications.set(id, { ...application, version: version + 1, may: [] })
    changes.push({ what, id, detail })
  }
  const api: ResidentApi = {
    street: async () => sampleStreet,
    account: async ({ session }) =>
      session === 'bound' || session === 'phone'
        ? { phoneMasked: '138****0000', person: session === 'bound' ? { name: '余昊' } : null, unread: 1 }
        : null,
    items: async (_, { search, lifeEvent }) =>
      sampleItems.filter(
        (item) => (!search || item.name.includes(search)) && (!lifeEvent || item.lifeEvents.includes(lifeEvent)),
      ),
    lifeEvents: async () => sampleEvents,
    item: async (_, slug) => sampleItems.find((item) => item.slug === slug) ?? null,
    eligibility: async (_, slug, answers) => {
      if (slug !== 'elder-card') return { questions: [] }
      const questions = [
        { key: 'birthDate', text: '您的出生日期是哪天？', kind: 'date' as const },
        { key: 'registeredInCity', text: '您是本市户籍吗？', kind: 'yesNo' as const, help: '户口本上写的是上海市' },
      ]
      if (questions.some(({ key }) => !answers[key])) return { questions }
      const met = (answers.birthDate as string) <= '1961-03-02'
      return {
        questions,
        outcome: {
          verdict: met ? 'likely' : 'unlikely',
          reasons: [{ text: met ? '已满 65 周岁' : '未满 65 周岁', met, source: '办事指南' }],
        },
      }
    },
    applyStart: async (caller) => ({ ...sampleStart, self: bound(caller) ? { name: '余昊' } : null }),
    organisation: async () => ({ id: 'o1', name: '望江助老服务社' }),
    draft: async (caller, slug) => drafts.get(`${caller.session} ${slug}`) ?? null,
    saveDraft: async (caller, slug, draft) => void drafts.set(`${caller.session} ${slug}`, draft),
    discardDraft: async (caller, slug) => void drafts.delete(`${caller.session} ${slug}`),
    submit: async (_, slug, draft) => {
      if (!submissions.some((one) => one.draft.submissionKey === draft.submissionKey)) submissions.push({ slug, draft })
      return { id: 'a1' }
    },
    applications: async () => [...applications.values()],
    application: async (_, id) => applications.get(id) ?? null,
    answerCorrection: async (_, { id, version }, answer) => change('answerCorrection', id, version, answer),
    withdraw: async (_, { id, version }, reason) => change('withdraw', id, version, reason),
    urge: async (_, { id, version }, text) => change('urge', id, version, text),
    rate: async (_, { id, version }, rating) => change('rate', id, version, rating),
    answerRemedy: async (_, { id, version }, answer) => change('answerRemedy', id, version, answer),
    receipt: async () => new TextEncoder().encode('%PDF-1.7'),
    verify: async (token) =>
      token === 'genuine'
        ? {
            number: 'A-310105005-2026-000017',
            itemName: sampleItems[0]?.name ?? '',
            state: '办理中',
            acceptedOn: '2026-03-02',
            dueOn: '2026-04-14',
            subdistrict: sampleStreet.name,
          }
        : null,
    myData: async (caller) =>
      bound(caller)
        ? [
            {
              id: 'p1',
              name: '余昊',
              ward: false,
              values: [
                { label: '姓名', value: '余昊', source: '公安人口', asOf: '2026-02-01' },
                { label: '手机', value: '138****0000', source: '本人填写', asOf: '2026-02-20', masked: 'phones' },
              ],
            },
          ]
        : null,
    revealOwn: async () => '13800000000',
    whoLooked: async (caller) =>
      bound(caller)
        ? [
            { at: '2026-03-02T02:00:00Z', own: true, who: '您本人', why: '本人查看', what: '查看街道掌握的信息' },
            { at: '2026-03-02T01:41:00Z', own: false, who: '窗口受理', why: '办理敬老卡申领', what: '打开完整档案' },
          ]
        : null,
    messages: async () => [
      {
        id: 'm1',
        at: '2026-03-03T02:00:00Z',
        title: '请补充材料',
        text: '请补一份银行卡复印件。',
        href: '/my/applications/a1',
        read: false,
      },
      { id: 'm2', at: '2026-03-02T02:00:00Z', title: '已受理', text: '您的申请已经受理。', read: true },
    ],
    markRead: async () => {},
    bindings: async (caller) =>
      bound(caller) ? [{ personId: 'p1', name: '余昊', how: 'checkedDocument', since: '2026-02-01T02:00:00Z' }] : [],
    showBindingCode: async () => ({ code: '12345678', minutes: 15 }),
    redeemLetter: async (_, code) => code === 'RIGHT-LETTER',
    endBinding: async () => {},
  }
  const door: SignInDoor = {
    sessionOf: async (c: Context) => getCookie(c, 'sample-session') ?? null,
    requestCode: async () => ({ demoCode: '123456' }),
    enter: async (c, _, code) => {
      if (code !== '123456') throw problem('refused')
      setCookie(c, 'sample-session', 'phone', { path: '/', httpOnly: true, sameSite: 'Lax' })
    },
    leave: async (c) => setCookie(c, 'sample-session', '', { path: '/', maxAge: 0 }),
  }
  return { api, door, submissions, changes }
}
