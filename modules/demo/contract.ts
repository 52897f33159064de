export { areaId, committeesOf, demoAreas, gridId, inventedStreet, referenceStreet } from './demo-areas.ts'
export { demoPopulation, type PopulationOptions } from './demo-population.ts'
export type { DemoPerson, Population } from './demo-world.ts'
export { type DemoOptions, demoSizes, loadDemoPeople } from './load-demo.ts'
