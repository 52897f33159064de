import { actInStory } from './act-in-story.ts'
import { castOf } from './demo-cast.ts'
import { demoSessions } from './demo-sessions.ts'
import { type CaseRun, type Story, workingInstant } from './story.ts'
import { tellStories } from './tell-stories.ts'

/** Lets so many stories happen: every step by an action of somebody with a session, on the day on which it is told. */
export async function runCases(run: CaseRun): Promise<Story[]> {
  const cast = await castOf(run.owner)
  const sessions = demoSessions(run.identity)
  const windows = [1, 2, 3, 4, 5, 6].map((n) => cast.byNumber.get(`ZJQ-W0${n}`)!)
  const stories = await tellStories(run, windows)
  const all = stories.reduce((sum, story) => sum + 1 + story.plan.moves.length, 0)
  let done = 0
  try {
    // Always the earliest next move of all stories: the street's days pass once, in order.
    const queue = [...stories]
    while (queue.length > 0) {
      queue.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.order - b.order))
      const story = queue[0]!
      if (story.at > run.until) break
      run.clock.set(story.at)
      // What it did last has been told by then.
      await story.told
      await actInStory(run, cast, sessions, story)
      story.told = run.post.deliver(story.at)
      // A remedy takes its number before the next case of the day does.
      if (story.plan.moves[story.next]?.action === 'rate') await story.told
      const move = story.plan.moves[++story.next]
      if (move) story.at = workingInstant(run.calendar, story.at, move.afterDays, story.order)
      else queue.shift()
      if (++done % 50 === 0) run.onProgress(done, all)
    }
    await Promise.all(stories.map((story) => story.told))
  } finally {
    await sessions.end()
  }
  return stories
}
