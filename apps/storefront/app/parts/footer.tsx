export const Footer = () => (
  <footer className="mt-16 border-t border-line bg-sunken">
    <div className="mx-auto flex max-w-6xl flex-wrap justify-between gap-4 px-4 py-8 text-sm text-soft">
      <p>Souk, an open-source shop.</p>
      <p>
        <a className="underline hover:text-clay" href="/docs">
          The API behind this page
        </a>
      </p>
    </div>
  </footer>
)
