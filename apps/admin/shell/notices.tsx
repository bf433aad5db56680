import { useEffect } from 'react'
import { type NotificationPayload, useNotificationContext, useTranslate } from 'react-admin'

const SHOWN_MS = 6_000
const MOST = 3

/** What just happened, said aloud by screen readers; each goes after a while, the oldest first. */
export function Notices() {
  const { notifications, takeNotification } = useNotificationContext()
  const [first] = notifications
  const distinct = new Map(notifications.slice(-MOST).map((notice) => [String(notice.message), notice]))
  useEffect(() => {
    if (!first) return
    const timer = setTimeout(takeNotification, SHOWN_MS / notifications.length)
    return () => clearTimeout(timer)
  }, [first, notifications.length, takeNotification])
  return (
    <div className="notices" role="status" aria-live="polite">
      {[...distinct].map(([message, notice]) => (
        <Notice key={message} notice={notice} />
      ))}
    </div>
  )
}

function Notice({
  notice: { message, type, notificationOptions },
}: {
  readonly notice: NotificationPayload
}) {
  const translate = useTranslate()
  return (
    <p className={`notice ${type}`}>
      {typeof message === 'string' ? translate(message, notificationOptions?.messageArgs) : message}
    </p>
  )
}
