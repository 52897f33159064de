import { type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useRef } from 'react'
import { ProblemError } from './problem.ts'

export type ActOptions = { intent: string; version?: number | string }

/** What a screen may ask of the server; the application gives the one that speaks HTTP, a test its own. */
export type Api = {
  /** `personal` questions travel in the body, so that no URL or proxy log holds them. */
  read<O>(name: string, input: unknown, options: { personal: boolean; signal?: AbortSignal }): Promise<O>
  act<O>(name: string, input: unknown, options: ActOptions): Promise<O>
}

export const ApiContext = createContext<Api | null>(null)

export function useApi(): Api {
  const api = useContext(ApiContext)
  if (!api) throw new Error('ApiContext is missing')
  return api
}

export type ReadOptions = { personal?: boolean; enabled?: boolean; keep?: boolean; staleMs?: number }

export function readKey(name: string, input: unknown): QueryKey {
  return [...name.split('.'), input]
}

export function useRead<O>(name: string, input: unknown, options: ReadOptions = {}) {
  const api = useApi()
  return useQuery<O, ProblemError>({
    queryKey: readKey(name, input),
    queryFn: ({ signal }) => api.read<O>(name, input, { personal: options.personal ?? false, signal }),
    enabled: options.enabled ?? true,
    placeholderData: options.keep ? (previous) => previous : undefined,
    staleTime: options.staleMs ?? 5_000,
  })
}

/** One key per user intent: kept while nobody knows whether it took effect, renewed once the server has answered. */
export function useIntent() {
  const held = useRef<{ of: string; key: string } | null>(null)
  return {
    keyFor(input: unknown): string {
      const of = JSON.stringify(input)
      if (held.current?.of !== of) held.current = { of, key: crypto.randomUUID() }
      return held.current.key
    },
    settled() {
      held.current = null
    },
  }
}

export function useAct<I, O>(
  name: string,
  options: { refresh?: string[]; onDone?: (output: O, input: I) => void } = {},
) {
  const api = useApi()
  const intent = useIntent()
  const queries = useQueryClient()
  const flight = useRef(false)
  const mutation = useMutation<O, ProblemError, { input: I; version?: number | string }>({
    mutationFn: ({ input, version }) => api.act<O>(name, input, { intent: intent.keyFor(input), version }),
    onSuccess: (output, { input }) => {
      intent.settled()
      for (const prefix of options.refresh ?? [name.split('.')[0]!]) queries.invalidateQueries({ queryKey: [prefix] })
      options.onDone?.(output, input)
    },
    onError: (error) => {
      if (!(error instanceof ProblemError && error.uncertain)) intent.settled()
    },
    onSettled: () => {
      flight.current = false
    },
  })
  return {
    ...mutation,
    /** A second click before the answer does nothing. */
    send(input: I, version?: number | string) {
      if (flight.current) return
      flight.current = true
      mutation.mutate({ input, version })
    },
  }
}
