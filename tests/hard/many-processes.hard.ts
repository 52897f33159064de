import { expect, test } from 'vitest'
import { manyProcesses } from '../survival/many-processes.ts'
import { times } from './scale.ts'

test('two web and two worker processes, killed sixteen times in turn: nothing is lost, nothing happens twice', {
  timeout: 900_000 * times,
}, async () => {
  const result = await manyProcesses({ kills: 16 * times })
  console.log('many processes', JSON.stringify(result))
  expect(result).toMatchObject({ lost: 0, doubled: 0, noticesTwice: 0, noticesMissing: 0 })
})
