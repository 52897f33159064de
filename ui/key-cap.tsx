/** The key that does the same as the control it stands on; readers hear of keys in the help panel instead. */
export function KeyCap({ children }: { children: string | number }) {
  return (
    <span className="key-cap" aria-hidden="true">
      {children}
    </span>
  )
}
