import type { ReactNode } from 'react'

interface DeedButtonProps {
  readonly children: ReactNode
  readonly busy: string
  readonly isBusy: boolean
  readonly isQuiet?: boolean
  readonly label?: string
  readonly onPress: () => void
}

/** A button that does something once, and says so while it does. It keeps the focus meanwhile. */
export function DeedButton({ children, busy, isBusy, isQuiet = false, label, onPress }: DeedButtonProps) {
  return (
    <button
      type="button"
      className={isQuiet ? 'button quiet' : 'button'}
      aria-disabled={isBusy}
      aria-label={label}
      onClick={() => {
        if (!isBusy) onPress()
      }}
    >
      {isBusy ? busy : children}
    </button>
  )
}
