import { createResidentApp } from '#apps/resident/resident-app.tsx'
import { type SampleStreet, sampleResidentStreet } from './sample-resident-api.ts'

export interface VisitOptions {
  as?: string
  form?: Record<string, string>
  headers?: Record<string, string>
}

export interface SamplePages {
  street: SampleStreet
  errors: unknown[]
  visit(path: string, options?: VisitOptions): Promise<Response>
  page(path: string, options?: VisitOptions): Promise<string>
}

/** The resident pages on a street in memory, visited as a browser without script does. */
export function samplePages(): SamplePages {
  const street = sampleResidentStreet()
  const errors: unknown[] = []
  const app = createResidentApp({
    api: street.api,
    door: street.door,
    publicOrigin: 'http://street.example',
    explain: (problem) => problem.message,
    reportError: (error) => errors.push(error),
  })
  const visit = async (path: string, { as, form, headers = {} }: VisitOptions = {}) =>
    app.request(`http://street.example${path}`, {
      headers: {
        host: 'street.example',
        ...(as ? { cookie: `sample-session=${as}` } : {}),
        ...(form ? { origin: 'http://street.example', 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...headers,
      },
      ...(form ? { method: 'POST', body: new URLSearchParams(form).toString() } : {}),
    })
  return { street, errors, visit, page: async (path, options) => (await visit(path, options)).text() }
}
