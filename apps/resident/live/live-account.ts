import { ask, type CallOperation, readsAs } from '#apps/receipt/operations.ts'
import * as bindings from '#modules/bindings/contract.ts'
import * as residents from '#modules/residents/contract.ts'
import { Problem } from '#platform/errors/problem.ts'
import type { AccountApi, Street } from '../resident-api.ts'

export function liveAccount(call: CallOperation, demo: boolean): AccountApi & { street(): Promise<Street> } {
  return {
    async street() {
      const found = await ask(call, 'residents.street', residents.street.output, { sessionId: null }, {})
      return {
        id: found.subdistrictId,
        name: found.name ?? '街道社区事务',
        // 12345 is the government hotline everywhere in the country.
        hotline: found.hotline ?? '12345',
        centre: found.centre ?? { name: '街道社区事务受理服务中心', address: '', hours: '' },
        demo,
        today: found.today,
      }
    },
    async account(caller) {
      const me = await ask(call, 'residents.me', residents.me.output, readsAs(caller), {}).catch(noResident)
      if (!me) return null
      const [person] = me.persons
      return { phoneMasked: me.phoneMasked, person: person ? { name: person.name } : null, unread: me.unread }
    },
    async myData(caller) {
      const { persons } = await ask(call, 'residents.ownData', residents.ownData.output, readsAs(caller), {})
      if (persons.length === 0) return null
      return persons.map(({ id, name, relation, values }) => ({
        id,
        name,
        ward: relation === 'ward',
        values: values.map(({ masked, ...known }) => ({ ...known, ...(masked ? { masked } : {}) })),
      }))
    },
    async revealOwn(caller, personId, field) {
      const { revealOwn } = residents
      const shown = await ask(call, 'residents.revealOwn', revealOwn.output, readsAs(caller), { personId, field })
      return shown.numbers.join('、')
    },
    async whoLooked(caller) {
      const me = await ask(call, 'residents.me', residents.me.output, readsAs(caller), {})
      if (me.persons.length === 0) return null
      return (await ask(call, 'residents.whoLooked', residents.whoLooked.output, readsAs(caller), {})).looks
    },
    async messages(caller) {
      const { messages } = await ask(call, 'residents.messages', residents.messages.output, readsAs(caller), {})
      return messages.map(({ caseId, ...message }) => ({
        ...message,
        ...(caseId ? { href: `/my/applications/${caseId}` } : {}),
      }))
    },
    async markRead(caller) {
      const { messages } = await ask(call, 'residents.messages', residents.messages.output, readsAs(caller), {})
      const ids = messages.filter(({ read }) => !read).map(({ id }) => id)
      if (ids.length > 0) await call('residents.readMessages', readsAs(caller), { ids })
    },
    async bindings(caller) {
      const me = await ask(call, 'residents.me', residents.me.output, readsAs(caller), {})
      const mine = await ask(call, 'bindings.mine', bindings.mine.output, readsAs(caller), {})
      const names = new Map(me.persons.map(({ id, name }) => [id, name]))
      return mine.bindings.map((one) => ({ ...one, name: names.get(one.personId) ?? '' }))
    },
    showBindingCode: (caller) => ask(call, 'bindings.showCode', bindings.showCode.output, readsAs(caller), {}),
    async redeemLetter(caller, code) {
      const found = await ask(call, 'bindings.redeemLetter', bindings.redeemLetter.output, readsAs(caller), { code })
      return found.personId !== null
    },
    async endBinding(caller, personId) {
      await call('bindings.endBinding', readsAs(caller), { personId })
    },
  }
}

/** Nobody's session any more, or one of staff: a visitor, and no failure. */
function noResident(error: unknown): null {
  if (error instanceof Problem && (error.status === 401 || error.status === 403)) return null
  throw error
}
