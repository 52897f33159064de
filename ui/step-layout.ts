export type StepBox = { id: string; x: number; y: number; width: number; height: number }
export type StepLink = { from: string; to: string; path: string }
export type StepLayout = { width: number; height: number; boxes: StepBox[]; links: StepLink[] }

const size = { width: 168, height: 62, gapAlong: 40, gapAcross: 14, margin: 3 }

/** Stages follow one another; the steps of one stage are joint and lie side by side. `down` turns the picture for a phone. */
export function layOutSteps(stages: string[][], down: boolean): StepLayout {
  const along = down ? size.height : size.width
  const across = down ? size.width : size.height
  const widest = Math.max(...stages.map((stage) => stage.length), 1)
  const acrossTotal = widest * across + (widest - 1) * size.gapAcross
  const boxes = stages.flatMap((stage, column) => {
    const used = stage.length * across + (stage.length - 1) * size.gapAcross
    return stage.map((id, row): StepBox => {
      const a = size.margin + column * (along + size.gapAlong)
      const b = size.margin + (acrossTotal - used) / 2 + row * (across + size.gapAcross)
      return { id, x: down ? b : a, y: down ? a : b, width: size.width, height: size.height }
    })
  })
  const at = new Map(boxes.map((box) => [box.id, box]))
  const links = stages
    .slice(1)
    .flatMap((stage, index) =>
      stages[index]!.flatMap((from) => stage.map((to) => link(at.get(from)!, at.get(to)!, down))),
    )
  const alongTotal = stages.length * along + Math.max(stages.length - 1, 0) * size.gapAlong
  const [w, h] = down ? [acrossTotal, alongTotal] : [alongTotal, acrossTotal]
  return { width: w + 2 * size.margin, height: h + 2 * size.margin, boxes, links }
}

function link(from: StepBox, to: StepBox, down: boolean): StepLink {
  const half = size.gapAlong / 2
  if (down) {
    const [x1, y1, x2, y2] = [from.x + from.width / 2, from.y + from.height, to.x + to.width / 2, to.y]
    return { from: from.id, to: to.id, path: `M${x1} ${y1}V${y1 + half}H${x2}V${y2}` }
  }
  const [x1, y1, x2, y2] = [from.x + from.width, from.y + from.height / 2, to.x, to.y + to.height / 2]
  return { from: from.id, to: to.id, path: `M${x1} ${y1}H${x1 + half}V${y2}H${x2}` }
}
