import { defineQuery } from '#kernel/access/door.ts'
import { problem } from '#platform/errors/problem.ts'
import { itemBody, openVersionInput, openVersionOutput } from './contract.ts'
import { permitEditing } from './item-version.ts'
import { readBody, versionsOf } from './item-version-queries.ts'
import { toRows } from './list-versions.ts'

export const openVersion = defineQuery({
  name: 'openVersion',
  summary: '查看事项的一个版本',
  callers: ['staff'],
  personal: false,
  input: openVersionInput,
  output: openVersionOutput,
  allow: (actor) => permitEditing(actor, actor.posts.find((post) => post.kind === 'itemEditor')?.subdistrictId ?? null),
  async run(ctx, { key, version }) {
    const found = (await versionsOf(ctx.tx, key)).find((one) => one.version === version)
    if (!found) throw problem('not-found')
    const [row] = await toRows(ctx, [found])
    return { version: row!, body: itemBody.parse(await readBody(ctx.tx, found.id)) }
  },
})
