import { Link } from 'react-router'

const SAYS: Record<number, { readonly title: string; readonly text: string }> = {
  404: {
    title: 'There is nothing here',
    text: 'The page may have moved, or what it showed is no longer sold. Search for it, or start from the front.',
  },
  422: {
    title: 'That did not make sense to us',
    text: 'The address of this page may have lost a part on its way. Start again from the front.',
  },
  503: {
    title: 'This part of the shop is resting',
    text: 'It does not answer just now; your cart is safe. Try again in a minute.',
  },
}
const FAULT = {
  title: 'Something went wrong on our side',
  text: 'It is not your fault, and nothing was charged by this page. Try again; if it stays, come back a little later.',
}

export function Trouble({ status }: { status: number }) {
  const { title, text } = SAYS[status] ?? FAULT
  return (
    <div className="mx-auto max-w-xl py-16 text-center">
      <h1 className="text-4xl">{title}</h1>
      <p className="mt-4 text-soft">{text}</p>
      <p className="mt-8">
        <Link to="/" className="button">
          To the front of the shop
        </Link>
      </p>
    </div>
  )
}
