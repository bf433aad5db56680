import { type ReactNode, useState } from 'react'
import { Dialog } from './dialog.tsx'
import { Trouble } from './trouble.tsx'
import { useAct } from './use-act.ts'

interface ConfirmButtonProps {
  readonly label: string
  readonly title: string
  /** What will happen, and whether it can be undone. */
  readonly explain: ReactNode
  /** What is said when it is done. */
  readonly done: string
  readonly isDanger?: boolean
  readonly isSmall?: boolean
  readonly isDisabled?: boolean
  /** The page it is on is left by it. */
  readonly isLeaving?: boolean
  /** Something asked for is missing yet. */
  readonly isIncomplete?: boolean
  readonly work: () => Promise<unknown>
  /** What is asked for besides yes or no. */
  readonly children?: ReactNode
  readonly onDone?: () => void
}

/** A button that asks before it does what cannot be taken back. */
export function ConfirmButton({
  label,
  isDanger = false,
  isDisabled = false,
  isSmall,
  ...rest
}: ConfirmButtonProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={[isDanger && 'danger', isSmall && 'small'].filter(Boolean).join(' ') || undefined}
        disabled={isDisabled}
        onClick={() => setOpen(true)}
      >
        {label}
      </button>
      {isOpen && <Question label={label} isDanger={isDanger} {...rest} onClose={() => setOpen(false)} />}
    </>
  )
}

function Question({ onClose, ...asked }: ConfirmButtonProps & { onClose: () => void }) {
  const { act, isBusy, error } = useAct({ isLeaving: asked.isLeaving })
  const confirm = async () => {
    if (!(await act(asked.work, asked.done))) return
    onClose()
    asked.onDone?.()
  }
  return (
    <Dialog title={asked.title} onClose={onClose}>
      <div className="prose">{asked.explain}</div>
      {asked.children}
      {error !== undefined && <Trouble error={error} />}
      <footer className="actions">
        <button type="button" onClick={onClose}>
          Not now
        </button>
        <button
          type="button"
          className={asked.isDanger ? 'danger solid' : 'primary'}
          disabled={isBusy || asked.isIncomplete}
          onClick={confirm}
        >
          {isBusy ? 'One moment…' : asked.label}
        </button>
      </footer>
    </Dialog>
  )
}
