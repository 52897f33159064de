import type { ItemBody, Material } from '#modules/service-items/contract.ts'
import type { MaterialState } from './application-queries.ts'

/** Needed materials that are neither here, nor verified from the base, nor allowed to follow (容缺后补). */
export function missingMaterials(item: ItemBody, states: Record<string, MaterialState>): Material[] {
  return item.materials.filter((material) => {
    if (!material.needed) return false
    const state = states[material.key] ?? 'missing'
    return state === 'missing' || (state === 'follows' && material.form !== 'mayFollow')
  })
}
