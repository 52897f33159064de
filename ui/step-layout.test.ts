import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layOutSteps } from './step-layout.ts'

test('whatever the stages and the direction, boxes never overlap and all lie within the picture', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      (counts, down) => {
        const stages = counts.map((n, stage) => Array.from({ length: n }, (_, step) => `${stage}.${step}`))
        const { boxes, links, width, height } = layOutSteps(stages, down)
        for (const box of boxes) {
          expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true)
          for (const other of boxes) {
            const apart =
              box.x + box.width <= other.x ||
              other.x + other.width <= box.x ||
              box.y + box.height <= other.y ||
              other.y + other.height <= box.y
            expect(box === other || apart).toBe(true)
          }
        }
        expect(links).toHaveLength(counts.slice(1).reduce((sum, n, i) => sum + n * counts[i]!, 0))
      },
    ),
  )
})
