import { startTestCluster } from './cluster.ts'
import { createTemplate, shareCluster } from './database.ts'

/** Once per run: one server, all migrations once, into the template that every test clones. */
export default async function setup(): Promise<() => Promise<void>> {
  const cluster = await startTestCluster()
  try {
    shareCluster(await createTemplate(cluster.superuserUrl))
  } catch (error) {
    await cluster.dispose()
    throw error
  }
  return cluster.dispose
}
