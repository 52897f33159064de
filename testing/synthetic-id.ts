import { checkDigit, syntheticArea } from '#kernel/registry/door.ts'

/** An ID number of nobody: the area code has no division. */
export function syntheticId(birthOn: string, serial: number): string {
  const body = `${syntheticArea}${birthOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  return body + checkDigit(body)
}
